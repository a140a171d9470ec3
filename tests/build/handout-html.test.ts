import { expect, it } from 'vitest'
import { makeHandoutHtml } from '../../src/build/on-request/handout-html.js'
import type { Groundwork } from '../../src/build/on-request/index.js'
import { contextFor, guideOf } from '../handout/sample-guide.js'

async function made(source: string) {
  const written = await guideOf(source)
  const { file, findings } = await makeHandoutHtml({
    written,
    editions: contextFor(written),
  } as unknown as Groundwork)
  const html = String(file.content)
  const faces = [...html.matchAll(/font-family: '([^']+)';\s+font-style: (\w+);\s+font-weight: (\d+)/g)]
  return { html, findings, faces: faces.map(([, family, style, weight]) => `${family} ${style} ${weight}`) }
}

it('handout.html brings the faces that it uses, and has letters that none of them has', async () => {
  const plain = await made(`# 模型 and more\n\n## A\n\nOne مرحبا, 😀${' and more of them'.repeat(60)}.\n`)
  expect(plain.findings).toEqual([])
  expect(plain.html).toContain('模型')
  expect(plain.faces.toSorted()).toEqual([
    'IBM Plex Sans normal 400',
    'IBM Plex Sans normal 600',
    'Source Serif 4 normal 400',
    'Source Serif 4 normal 500',
  ])
  const rich = await made('# A\n\n## B\n\n*One* **two** `three` и четыре\n')
  expect(rich.faces).toEqual(
    expect.arrayContaining([
      'Source Serif 4 italic 400',
      'Source Serif 4 normal 600',
      'IBM Plex Mono normal 400',
    ]),
  )
  expect(rich.html).toContain('U+0400-045F')
})
