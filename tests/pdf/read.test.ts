import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDestinations, readPdf } from '../../src/pdf/index.js'
import type { PdfDocument } from '../../src/pdf/index.js'
import { openPrinter } from './print.js'
import type { Printer } from './print.js'

let printer: Printer

beforeAll(async () => {
  printer = await openPrinter()
})

afterAll(() => printer.close())

async function read(body: string, style?: string, lang?: string): Promise<PdfDocument> {
  return readPdf(await printer.print(body, style, lang))
}

async function lines(body: string, style?: string, lang?: string): Promise<readonly string[]> {
  return (await read(body, style, lang)).text.split('\n').map((line) => line.trim())
}

const filler = 'Words that fill up the page until it is full. '

describe('text', () => {
  test('is in the order of the document, not of drawing', async () => {
    const body =
      '<h1>Title</h1><p>First</p><div class="note">In the margin</div><p>Last</p><footer>At the end</footer>'
    const style = '.note { float: right } footer { position: absolute; top: 0 }'
    expect(await lines(body, style)).toEqual(['Title', 'First', 'In the margin', 'Last', 'At the end'])
  })

  test('has no margin boxes and nothing hidden from readers', async () => {
    const style =
      '@page { @top-left { content: "Running head" } @bottom-right { content: "Page " counter(page) } }'
    const pdf = await read('<p>Text</p><p aria-hidden="true">______</p>', style)
    expect(pdf.text).toBe('Text')
    expect(pdf.pages[0]?.allText).toContain('Running head')
    expect(pdf.pages[0]?.allText).toContain('______')
  })

  test('keeps lists, cells and inline marks apart or together', async () => {
    const body =
      '<ul><li>One <em>two</em>three</li><li>Four</li></ul><table><tr><th>A</th><td>B</td></tr></table>'
    expect(await lines(body, 'ul { list-style: none }')).toEqual(['One twothree', 'Four', 'A', 'B'])
  })

  test('has the numerals of ordered lists', async () => {
    expect((await lines('<ol><li>First</li></ol>')).join(' ')).toMatch(/^1\. +First$/)
  })

  test('reads a paragraph on over a page, with a note beside it that goes on as well', async () => {
    const note = `<div class="note">${'Note words in the margin here. '.repeat(60)}</div>`
    const pdf = await read(
      `<div class="fill"></div>${note}<p>${filler.repeat(60)}</p><p>After</p>`,
      '@page { size: A4 } .fill { height: 220mm } .note { float: left; width: 40mm } p { margin-left: 50mm }',
    )
    const words = pdf.text.replace(/\s+/g, ' ')
    expect(pdf.pages.length).toBeGreaterThan(1)
    expect(words).toContain('Note words in the margin here. '.repeat(60).trim())
    expect(words).toContain(filler.repeat(60).trim())
    expect(pdf.pages[1]?.text).toContain('Note words')
    expect(pdf.text).toMatch(/After$/)
  })

  test('reads opaque layers, transforms and slides in SVG', async () => {
    const slide =
      '<svg viewBox="0 0 100 50"><foreignObject width="100" height="50"><section><h2>Slide</h2></section></foreignObject></svg>'
    const body = `<p>Plain</p><p style="opacity: .5">Faint <b>words</b></p><p style="transform: rotate(3deg)">Turned</p>${slide}`
    const pdf = await read(body)
    expect(pdf.text.split('\n').map((line) => line.trim())).toEqual([
      'Plain',
      'Faint words',
      'Turned',
      'Slide',
    ])
    expect(pdf.pages[0]?.headings).toEqual([{ level: 2, text: 'Slide' }])
  })

  test('lacks the words in a picture, but not its caption', async () => {
    const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Drawn</text></svg>')}`
    const pdf = await read(
      `<figure><img alt="A drawing" src='${svg}'><figcaption>Its caption</figcaption></figure>`,
    )
    expect(pdf.text.trim()).toBe('Its caption')
    expect(pdf.pages[0]?.allText).toContain('Drawn')
  })

  test('lacks what is clipped', async () => {
    const pdf = await read(
      '<div style="height: 1.2em; line-height: 1.2; overflow: hidden"><p style="margin: 0">Seen</p><p style="margin: 0">Clipped</p></div>',
    )
    expect(pdf.text).toBe('Seen')
  })
})

describe('letters', () => {
  test('of ligatures', async () => {
    const [text] = await lines(
      '<p style="font-variant-ligatures: common-ligatures">office fine fluffy affinity fjord</p>',
    )
    expect(text?.normalize('NFKC')).toBe('office fine fluffy affinity fjord')
  })

  test('with accents, signs and characters beyond the first plane', async () => {
    const [text] = await lines('<p>naïve e\u0301tude Žižek Ελλάδα Киев “q” — …</p>')
    expect(text?.normalize('NFKC')).toBe('naïve étude Žižek Ελλάδα Киев “q” — …'.normalize('NFKC'))
  })

  test('that no font has are told', async () => {
    const [page] = (await read('<p>Known \u{16800}\u{16801}</p>')).pages
    expect([...(page?.boxed ?? [])]).toContain('\u{16801}')
    expect((await read('<p>Known</p>')).pages[0]?.boxed.size).toBe(0)
  })

  test('from right to left', async () => {
    const arabic = 'السلام عليكم لا إله إلا الله'
    const [text] = await lines(`<p dir="rtl">${arabic}</p>`, '', 'ar')
    expect(text?.normalize('NFKC').replace(/\s+/g, ' ')).toBe(arabic)
  })

  test('from left to right, numbers first, in a page from right to left', async () => {
    expect((await lines('<p dir="rtl">2 of 3</p>', '', 'he'))[0]?.replace(/\s+/g, ' ')).toBe('2 of 3')
    expect((await lines('<pre dir="ltr">5 + a = "[0-9]"</pre>', '', 'he'))[0]).toBe('5 + a = "[0-9]"')
  })

  test('from right to left over lines, with words from left to right between', async () => {
    const hebrew = 'זהו מודל פתוח שנקרא Llama Guard והוא זמין לכולם בכל מקום ובכל זמן'
    const text = (await read(`<p dir="rtl" style="width: 6em">${hebrew}</p>`, '', 'he')).text
    expect(text.replace(/\s+/g, '')).toBe(hebrew.replace(/\s+/g, ''))
  })
})

describe('headings, outline, metadata', () => {
  test('are read with their levels and pages', async () => {
    const body =
      '<h1>One <em>and</em> only</h1><p>Text</p><h2 style="break-before: page">Two</h2><div role="heading" aria-level="3">Three</div>'
    const pdf = await read(body, '', 'en-GB')
    expect(pdf.pages.map((page) => page.headings)).toEqual([
      [{ level: 1, text: 'One and only' }],
      [
        { level: 2, text: 'Two' },
        { level: 3, text: 'Three' },
      ],
    ])
    expect(pdf.outline).toEqual([
      { title: 'One and only', level: 1, page: 1 },
      { title: 'Two', level: 2, page: 2 },
      { title: 'Three', level: 3, page: 2 },
    ])
    expect(pdf).toMatchObject({ title: 'A printed page', lang: 'en-GB', tagged: true })
  })
})

describe('destinations', () => {
  test('are the pages of the ids that are linked, in any script', async () => {
    const ids = ['plain', 'größe', '模型', 'with (signs)', 'a%b', 'a#b']
    const links = ids.map((id) => `<a href="#${encodeURIComponent(id)}">${id}</a> `).join('')
    const places = ids.map((id) => `<p id="${id}" style="break-before: page">${id}</p>`).join('')
    const bytes = await printer.print(`${links}${places}<p id="unlinked">None</p>`)
    const expected = new Map(ids.map((id, index) => [id, index + 2]))
    expect(readDestinations(bytes)).toEqual(expected)
    expect((await readPdf(bytes)).destinations).toEqual(expected)
  })

  test('of a document without links are none', async () => {
    expect(readDestinations(await printer.print('<p>None</p>')).size).toBe(0)
  })
})

test('what is no PDF is told', async () => {
  await expect(readPdf(new TextEncoder().encode('<html>'))).rejects.toThrow('no PDF')
  expect(() => readDestinations(new Uint8Array())).toThrow('no PDF')
})

test('links say where they lead, and what follows them in their item', async () => {
  const body =
    '<ol><li><a href="#b">Über b</a> <span>4 min</span> <span>2</span><ul><li><a href="https://example.org/x">out</a></ul></ol><p><a href="#no">lost</a></p><h1 id="b" style="break-before: page">b</h1>'
  expect((await read(body)).links).toEqual([
    { page: 1, text: 'Über b', after: '4 min 2 out', id: 'b', to: 2 },
    { page: 1, text: 'out', after: '', address: 'https://example.org/x' },
    { page: 1, text: 'lost', after: '' },
  ])
})

test('another reader finds the same words', async () => {
  const bytes = await printer.print(`<h1>Title</h1><p>${filler.repeat(200)}</p>`)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item) text += item.str
  }
  expect((await readPdf(bytes)).text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
})
