import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf, type PdfDocument } from '../../../src/pdf/index.js'
import { pdfjsPages } from '../../pdf/pdfjs.js'
import { deckhand, type Run } from '../../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-on-request-'))
const made = join(folder, 'bread')
const bytes = (file: string): Uint8Array => readFileSync(join(made, file))
const reading = (file: string): Promise<PdfDocument> => readPdf(bytes(file))
const drawn = (pdf: PdfDocument): readonly string[] =>
  pdf.pages.map(({ allText }) => allText.replace(/\s+/g, ' '))
const secret = /by name|laughter|left out on purpose|within a minute|hundred grams/
let run: Run

beforeAll(async () => {
  run = await deckhand(['build', join(import.meta.dirname, 'bread.md'), '--out', folder])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('outputs that front matter asks for', () => {
  it('are made, and no others', () => {
    expect(run.code, run.stderr).toBe(0)
    expect(run.stderr).not.toMatch(/error|warning/)
    expect(readdirSync(made).toSorted()).toEqual([
      'booklet.pdf',
      'handout-large.pdf',
      'notes.pdf',
      'report.json',
      'slides-3up.pdf',
      'worksheet.pdf',
    ])
  })

  it('say what they are, and of which guide', async () => {
    for (const file of ['notes.pdf', 'slides-3up.pdf', 'handout-large.pdf', 'worksheet.pdf', 'booklet.pdf']) {
      const { title, lang, faults } = await reading(file)
      // Imposition loses tags.
      if (file !== 'booklet.pdf') expect(faults, file).toEqual([])
      expect(title).toBe(`Bread (${file.replace('.pdf', '')})`)
      expect(lang).toBe('en')
      expect(Buffer.from(bytes(file)).toString('latin1')).toMatch(/\/GuideHash \([0-9a-f]{64}\)/)
    }
  })
})

describe('notes.pdf', () => {
  it('has a page a slide, its words above, its notes below', async () => {
    const notes = await reading('notes.pdf')
    const pages = drawn(notes)
    const opening = pages.findIndex((text) => text.includes('You can knead'))
    expect(notes.pages[opening]?.text.replace(/\s+/g, ' ')).toMatch(
      /Slide 2 09:00 The dough Say Welcome them all by name.* Do Show the bowl/,
    )
    expect(pages.find((text) => text.includes('left out on purpose'))).toContain('within a minute')
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text).toMatch(/^Speaker notes .* not for handing out/)
    }
    expect(notes.tagged).toBe(true)
    expect(notes.outline.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1))
    // The picture ends above its notes.
    const page = (await pdfjsPages(bytes('notes.pdf')))[opening]
    const top = (words: string) => page?.items.find(({ text }) => text.includes(words))?.top ?? 0
    expect(top('You can knead')).toBeLessThan(((30 + 98) * 72) / 25.4)
    expect(top('Welcome them')).toBeGreaterThan(((30 + 98) * 72) / 25.4)
  })
})

describe('slides-3up.pdf', () => {
  it('has three slides a page, each in its place beside its lines, and no note', async () => {
    const slides = await reading('slides-3up.pdf')
    const { pages: notes } = await reading('notes.pdf')
    expect(slides.pages).toHaveLength(Math.ceil(notes.length / 3))
    expect(drawn(slides).join(' ')).not.toMatch(secret)
    const [first] = await pdfjsPages(bytes('slides-3up.pdf'))
    const captions = ['1', '2', '3'].map(
      (number) => first?.items.find(({ text, x }) => text === number && x < 52)?.top,
    )
    for (const [index, top] of captions.entries())
      expect(top).toBeCloseTo(((30 + index * 80 + 58.5 + 1.5 + 3.4) * 72) / 25.4, -1)
  })
})

describe('handout-large.pdf', () => {
  it('is large, in one column, and names the pages of the handout', async () => {
    const large = await pdfjsPages(bytes('handout-large.pdf'))
    const items = large.flatMap((page) => page.items).filter(({ text }) => text.trim() !== '')
    expect(Math.min(...items.map(({ height }) => height))).toBeGreaterThanOrEqual(12.9)
    const prose = items.find(({ text }) => text.startsWith('Heat it for half an hour'))
    expect(prose?.height).toBeCloseTo(19, 0)
    expect(prose?.x).toBeCloseTo((18 * 72) / 25.4, 0)
    const text = large.map((page) => page.text).join(' ')
    expect(text).toMatch(/Large print edition/)
    expect(text.match(/Handout, page \d/g)).toHaveLength(4)
    expect(text).not.toMatch(secret)
  })
})

describe('worksheet.pdf', () => {
  it('has every exercise with its number and no solution, and fills its pages with lines', async () => {
    const { pages, headings } = await reading('worksheet.pdf')
    expect(headings.map(({ text, page }) => `${page} ${text}`)).toEqual([
      '1 Bread',
      '1 Weigh it',
      '2 Set the heat',
    ])
    const [first, second] = pages.map(({ text }) => text.replace(/\s+/g, ' '))
    expect(first).toMatch(/Exercise 1 in pairs 5 minutes Handout, page \d Weigh it/)
    expect(second).toMatch(/2 The oven Exercise 2 Handout, page \d Set the heat Which heat/)
    expect(`${first} ${second}`).not.toMatch(secret)
    // The questions are spread over the page.
    const [page] = await pdfjsPages(bytes('worksheet.pdf'))
    const top = (words: string) => page?.items.find(({ text }) => text.includes(words))?.top ?? 0
    expect(top('How heavy is the water') - top('How heavy is the flour')).toBeGreaterThan(200)
  })
})

describe('booklet.pdf', () => {
  it('has every page of the handout', async () => {
    const sides = drawn(await reading('booklet.pdf')).join(' ')
    const numbers = [...sides.matchAll(/Page (\d+) of (\d+)/g)].map(([, page]) => Number(page))
    const count = Number(/Page \d+ of (\d+)/.exec(sides)?.[1])
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    expect(sides).not.toMatch(secret)
  })
})
