import { expect, test } from 'vitest'
import { readText } from '../support/memory-world.js'

async function read(source: string) {
  const { guide, findings } = await readText(source)
  const text = JSON.stringify(guide)
  return {
    urls: [...text.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url),
    headings: [...text.matchAll(/"kind":"heading","id":"([^"]*)"/g)].map(([, id]) => id),
    told: findings
      .filter(({ code }) => code === 'link-unknown')
      .map(({ message, place }) => [message, place?.line]),
  }
}

test('links lead to headings of every depth, named as a Git forge names them', async () => {
  // What stands deepest first keeps its name, though the part of the same name has it as its id.
  const { urls, headings, told } = await read(
    '# T\n\n## One & two\n\n### Part\n\n#### `deep` one\n\ntext\n\n## B {#own}\n\n#### Deep one\n\n[a](#one--two) [b](#part) [c](#deep-one) [d](#deep-one-1) [e](#own) [f](#Own)\n',
  )
  expect(urls).toEqual(['#one--two', '#part', `#${headings[0]}`, '#deep-one', '#own', '#own'])
  expect(told).toEqual([])
})

test('one that names nothing is told once, and keeps its words alone; so do those to the top and the title', async () => {
  const { urls, told } = await read(
    '# Title\n\n## A\n\n[x](#nowhere) [y](#nowhere)\n\n[up](#top) [up](#readme-top) [title](#title)\n',
  )
  expect(urls).toEqual(['', '', '', '', ''])
  expect(told).toEqual([
    [
      'A link to "#nowhere" names no heading or place of this guide (2 times; the first is here); its words stay, without the link.',
      5,
    ],
  ])
})
