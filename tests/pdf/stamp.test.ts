import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf, readStamp, stampPdf } from '../../src/pdf/index.js'
import { openPdf } from '../../src/pdf/file.js'
import type { PdfMetadata } from '../../src/pdf/index.js'
import { openPrinter } from './print.js'
import type { Printer } from './print.js'

const body =
  '<h1 id="one">One</h1><p><a href="#two">Two</a></p><h2 id="two" style="break-before: page">Two</h2>'
const metadata: PdfMetadata = {
  title: 'Größe (and \\ more) 模型',
  lang: 'en-GB',
  author: 'Ann, Bob',
  date: '2026-11-24',
  subject: 'A workshop',
  keywords: 'bread, baking',
  hash: 'ab12',
}

let printer: Printer
let printed: Uint8Array

beforeAll(async () => {
  printer = await openPrinter()
  printed = await printer.print(body)
})

afterAll(() => printer.close())

/** What an independent reader says of a PDF. */
async function information(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const { info } = await document.getMetadata()
  return { ...info, pages: document.numPages, fingerprints: document.fingerprints }
}

describe('stamped', () => {
  test('a PDF says what it is', async () => {
    expect(await information(await stampPdf(printed, metadata))).toMatchObject({
      Title: metadata.title,
      Author: 'Ann, Bob',
      Subject: 'A workshop',
      Keywords: 'bread, baking',
      Creator: 'Deckhand',
      CreationDate: 'D:20261124000000Z',
      ModDate: 'D:20261124000000Z',
      Language: 'en-GB',
      Custom: { GuideHash: 'ab12' },
      pages: 2,
    })
  })

  test('it says which guide it was made from, section by section', async () => {
    const sections = [
      { id: '', hash: '00ff' },
      { id: 'größe-(2)', hash: 'a1' },
      { id: '模型', hash: 'b2' },
    ]
    const stamped = await stampPdf(printed, { ...metadata, guide: 'größe', sections })
    expect(readStamp(stamped)).toEqual({ title: metadata.title, hash: 'ab12', guide: 'größe', sections })
    expect(readStamp(printed)).toEqual({ title: 'A printed page', sections: [] })
  })

  test('it still says so where another program has saved it anew', async () => {
    const sections = [{ id: 'rest', hash: 'a1' }]
    const stamped = await stampPdf(printed, { ...metadata, guide: 'bread', sections })
    const elsewhere = Buffer.from(stamped)
      .toString('latin1')
      .replace(/startxref\s+\d+/, 'startxref\n7')
    const expected = { title: metadata.title, hash: 'ab12', guide: 'bread', sections }
    expect(readStamp(Buffer.from(elsewhere, 'latin1'))).toEqual(expected)
    // As qpdf does it: packed with other objects.
    const objects =
      '3 0 4 20 <</A (b)>> <</GuideHash (ab12) /GuideName (bread) /GuideSections (a1:rest) /Title (T)>>'
    const packed = deflateSync(objects).toString('latin1')
    const anew = `%PDF-1.7\n1 0 obj\n<</Type /ObjStm /Length 9>>\nstream\n${packed}\nendstream\nendobj\n%%EOF`
    expect(readStamp(Buffer.from(anew, 'latin1'))).toEqual({ ...expected, title: 'T' })
  })

  test('it keeps its text, tags, outline and destinations', async () => {
    const [before, after] = [await readPdf(printed), await readPdf(await stampPdf(printed, metadata))]
    expect(before.faults).not.toEqual([])
    expect(after).toEqual({ ...before, title: metadata.title, lang: 'en-GB', faults: [] })
    expect(after.tagged).toBe(true)
  })

  test('elements that were counted in another round give the same bytes', async () => {
    const table = '<table><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>'
    const first = await printer.print(table)
    const source = Buffer.from(first).toString('latin1')
    expect(source).toMatch(/\/Headers \[\(node\d{8}\)/)
    const later = source.replace(
      /\(node(\d{8})\)/g,
      (_, n: string) => `(node${String(Number(n) + 37).padStart(8, '0')})`,
    )
    const [one, other] = [
      await stampPdf(first, metadata),
      await stampPdf(Buffer.from(later, 'latin1'), metadata),
    ]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    const file = openPdf(one)
    const root = file.entry(file.trailer.get('Root'), 'StructTreeRoot')
    const [leaf] = file.array(file.entry(file.entry(root, 'IDTree'), 'Kids'))
    const [name] = file.array(file.entry(leaf, 'Names'))
    expect(name).toEqual({ bytes: 'node00000001' })
    expect(await readPdf(one)).toEqual({
      ...(await readPdf(first)),
      title: metadata.title,
      lang: 'en-GB',
      faults: [],
    })
  })

  test('without a date it has none', async () => {
    const { date: _, ...dateless } = metadata
    const info = await information(await stampPdf(printed, dateless))
    expect(info).not.toHaveProperty('CreationDate')
    expect(info).not.toHaveProperty('ModDate')
  })

  test('two prints are the same bytes', async () => {
    const first = await stampPdf(printed, metadata)
    // Chromium's dates count in seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const again = await printer.print(body)
    expect(Buffer.compare(printed, again)).not.toBe(0)
    expect(Buffer.compare(first, await stampPdf(again, metadata))).toBe(0)
  })

  test('another content has another identity, the guide the same', async () => {
    const other = await printer.print(body.replace('One', 'Eins'))
    const [a, b] = await Promise.all([stampPdf(printed, metadata), stampPdf(other, metadata)])
    const [first, second] = [(await information(a)).fingerprints, (await information(b)).fingerprints] as [
      string[],
      string[],
    ]
    expect(first[0]).toBe(second[0])
    expect(first[1]).not.toBe(second[1])
  })

  test('stamping a stamped one changes nothing', async () => {
    const once = await stampPdf(printed, metadata)
    expect(Buffer.compare(once, await stampPdf(once, metadata))).toBe(0)
  })
})

test('a file that Chromium did not write is refused', async () => {
  await expect(stampPdf(new TextEncoder().encode('%PDF-1.7 startxref 5 %%EOF'), metadata)).rejects.toThrow(
    'PDF',
  )
})
