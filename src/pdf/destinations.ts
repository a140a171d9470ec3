import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { pageOfDestination, readPages } from './pages.js'
import type { PdfPageObject } from './pages.js'

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
  for (const [name, destination] of file.dictionary(file.entry(file.trailer.get('Root'), 'Dests'))) {
    const page = pageOfDestination(file, pages, destination)
    if (page !== undefined) destinations.set(idOfName(name), page)
  }
  return destinations
}

/** A name's bytes are the id in UTF-8, as an address would have it. */
function idOfName(name: string): string {
  const text = Buffer.from(name, 'latin1').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
