import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { layOutPaper, type PaperLayout } from '../../src/build/paper.js'
import { handoutHtml } from '../../src/handout/index.js'
import { readDestinations, readPdf } from '../../src/pdf/index.js'
import { contextFor, guideOf } from '../handout/sample-guide.js'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

const prose = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, () => `${'Flour and water make a dough. '.repeat(12)}\n`).join('\n')

const source = (lines: number): string =>
  [
    '# Bread\n',
    prose(2),
    '## Short\n',
    prose(3),
    '## Long\n',
    prose(3),
    `:::exercise[Knead]{lines=${lines}}\n1. One?\n2. Two?\n:::\n`,
    prose(4),
    '## Written\n',
    prose(1),
    ':::exercise[Shape]{lines=2}\n1. How?\n2. Why?\n:::\n',
    '## Full\n',
    prose(9),
    '![The loaf](loaf.svg)\n',
    '## Last\n',
    prose(6),
    'The last word, and [a link](https://example.org).',
  ].join('\n')

const laidOut = async (lines: number, lastPaper?: PaperLayout) => {
  const guide = await guideOf(source(lines))
  const context = contextFor(guide)
  const options = { guide, words: context.words, ...(lastPaper ? { lastPaper } : {}) }
  const paper = await layOutPaper(browser, handoutHtml(guide, context), options)
  return { guide, paper, pdf: (await paper.print()).pdf }
}

describe('the white of the handout', () => {
  it('is ruled for notes at the end of a section and before an exercise, and moves nothing', async () => {
    const { guide, paper, pdf } = await laidOut(6)
    expect(readDestinations(pdf)).toEqual(paper.pages)
    const { pages } = await readPdf(pdf)
    const page = (id: string): number => paper.pages.get(id) ?? 0
    const exercise = guide.sections[1]?.parts[0]?.blocks.find(({ kind }) => kind === 'exercise')
    const ruled = pages.filter(({ text }) => /^Notes$/m.test(text)).map(({ number }) => number)
    expect(page(exercise?.id ?? '')).toBeGreaterThan(page('long'))
    // Not where a picture ends the section, since words do not tell how far it reaches.
    expect(ruled).toEqual([
      page('handout:introduction'),
      page('short'),
      page('long'),
      page('written') - 1,
      page('full') - 1,
      page('handout:links') - 1,
    ])
  })

  it('does not keep an exercise away that has become short enough', async () => {
    const before = await laidOut(6)
    const fresh = await laidOut(1)
    const edited = await laidOut(1, before.paper)
    const same = await laidOut(1, fresh.paper)
    expect(fresh.paper.pages).not.toEqual(before.paper.pages)
    for (const { paper, pdf } of [edited, same]) {
      expect(paper.pages).toEqual(fresh.paper.pages)
      expect(paper.feet).toEqual(fresh.paper.feet)
      expect(readDestinations(pdf)).toEqual(fresh.paper.pages)
    }
  })
})
