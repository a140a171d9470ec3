import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookletSides, imposeBooklet, overlayPages, readPdf, stampPdf } from '../../src/pdf/index.js'
import { pdfjsPages } from './pdfjs.js'
import { openPrinter, type Printer } from './print.js'

let printer: Printer
beforeAll(async () => void (printer = await openPrinter()))
afterAll(() => printer.close())

const pages = (count: number, size: string): { body: string; style: string } => ({
  body: Array.from(
    { length: count },
    (_, index) => `<h1>Seite ${index + 1}: Öfen &amp; “Brot”</h1><p><a href="#x">fluffig</a></p>`,
  ).join(''),
  style: `@page { size: ${size}; margin: 20mm } body { margin: 0 } h1 { break-before: page } h1:first-child { break-before: auto }`,
})
const about = { title: 'Bread', lang: 'en', hash: 'a'.repeat(64), date: '2026-11-24' }

describe('the sides of a booklet', () => {
  it.each([
    [
      1,
      [
        [0, 1],
        [0, 0],
      ],
    ],
    [
      4,
      [
        [4, 1],
        [2, 3],
      ],
    ],
    [
      6,
      [
        [0, 1],
        [2, 0],
        [6, 3],
        [4, 5],
      ],
    ],
    [
      8,
      [
        [8, 1],
        [2, 7],
        [6, 3],
        [4, 5],
      ],
    ],
  ])('of %i pages', (count, sides) => expect(bookletSides(count)).toEqual(sides))

  it('mirror where a book is read from the right', () => {
    expect(bookletSides(4, true)).toEqual([
      [1, 4],
      [3, 2],
    ])
  })

  it('fold into the pages in order', () => {
    for (let count = 1; count <= 33; count++) {
      const sides = bookletSides(count)
      // Leaf by leaf, from the outermost sheet in, the front halves of the book; and from the middle out, the back ones.
      const front = sides.flatMap(([left, right], side) => (side % 2 === 0 ? [right] : [left]))
      const back = sides.flatMap(([left, right], side) => (side % 2 === 0 ? [left] : [right]))
      const read = [...front, ...back.toReversed()]
      expect(read.filter((page) => page > 0)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
      expect(read.length % 4).toBe(0)
    }
  })
})

describe('an imposed booklet', () => {
  it.each([
    ['A4', [841.92, 594.96], 0.707],
    ['Letter', [792, 612], 0.647],
  ])('has the pages of %s, two on a side, to the other reader too', async (paper, size, scale) => {
    const { body, style } = pages(5, paper)
    const booklet = await stampPdf(
      imposeBooklet(await printer.print(body, style), { lang: 'de', isRightToLeft: false }),
      { ...about, lang: 'de' },
    )
    const read = await pdfjsPages(booklet)
    expect(read.map(({ text }) => [...text.matchAll(/Seite (\d)/g)].map(([, n]) => Number(n)))).toEqual(
      bookletSides(5).map((side) => side.filter((page) => page > 0)),
    )
    for (const page of read) {
      expect(page.size[0]).toBeCloseTo(size[0] ?? 0, 0)
      expect(page.size[1]).toBeCloseTo(size[1] ?? 0, 0)
    }
    const [cover] = read
    const title = cover?.items.find(({ text }) => text.includes('Seite'))
    expect(title?.x).toBeGreaterThan((size[0] ?? 0) / 2)
    expect((title?.height ?? 0) / 24).toBeCloseTo(scale, 1)
    expect(cover?.text).toContain('Öfen & “Brot” fluffig')
    const own = await readPdf(booklet)
    expect(own.title).toBe('Bread')
    expect(own.lang).toBe('de')
    expect(own.pages[0]?.allText).toContain('Öfen & “Brot”')
  })
})

describe('pages drawn over others', () => {
  it('stand in their places, in words, and leave the tags as they were', async () => {
    const slides = pages(2, '254mm 142.9mm')
    const deck = await printer.print(slides.body, slides.style)
    const base = await printer.print(
      '<h1>Notes 1</h1><p>Say <a href="https://example.org">this</a>.</p><h1 style="break-before: page">Notes 2</h1>',
      '@page { size: A4; margin: 150mm 20mm 20mm }',
    )
    const over = await stampPdf(
      overlayPages(base, deck, [
        { page: 1, source: 2, left: 50, top: 60, width: 360, height: 202.5 },
        { page: 2, source: 1, left: 50, top: 60, width: 360, height: 202.5 },
      ]),
      about,
    )
    const read = await readPdf(over)
    expect(read.headings.map(({ text, page }) => [text, page])).toEqual([
      ['Notes 1', 1],
      ['Notes 2', 2],
    ])
    expect(read.text).toBe('Notes 1\nSay this.\nNotes 2')
    expect(read.pages.map(({ allText }) => /Seite (\d)/.exec(allText)?.[1])).toEqual(['2', '1'])
    const [first] = await pdfjsPages(over)
    const title = first?.items.find(({ text }) => text.includes('Seite'))
    expect(title?.height).toBeCloseTo(24 * 0.5, 0)
    expect(title?.x).toBeCloseTo(50 + 28, 0)
    expect(title?.top).toBeGreaterThan(60 + 28)
    expect(title?.top).toBeLessThan(60 + 28 + 28)
    expect(await pdfjsPages(over)).toHaveLength(2)
  })
})
