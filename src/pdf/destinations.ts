import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { pageOfDestination, readPages } from './pages.js'
import type { PdfPageObject } from './pages.js'
import { isString } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** The 1-based page of each named place; Chromium names every id that something links to. */
export function readDestinations(bytes: Uint8Array): ReadonlyMap<string, number> {
  const file = openPdf(bytes)
  return destinationsOf(file, readPages(file))
}

/** The same, of a file that is open. */
export function destinationsOf(
  file: PdfFile,
  pages: ReadonlyMap<number, PdfPageObject>,
): ReadonlyMap<string, number> {
  const destinations = new Map<string, number>()
  for (const [name, destination] of namedPlaces(file)) {
    const page = pageOfDestination(file, pages, destination)
    if (page !== undefined) destinations.set(idOfName(name), page)
  }
  return destinations
}

/** A name's bytes are the id in UTF-8, as an address would have it. */
export function idOfName(name: string): string {
  const text = Buffer.from(name, 'latin1').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As Chromium writes them (a dictionary), or as `stampPdf` does (a tree of one leaf). */
function namedPlaces(file: PdfFile): readonly (readonly [name: string, place: PdfValue])[] {
  const catalog = file.dictionary(file.trailer.get('Root'))
  const names = file.array(file.entry(file.entry(catalog.get('Names'), 'Dests'), 'Names'))
  const strings = names.flatMap((name, index) => {
    const place = names[index + 1]
    return index % 2 === 0 && isString(name) && place !== undefined ? [[name.bytes, place] as const] : []
  })
  return [...file.dictionary(catalog.get('Dests')), ...strings]
}
