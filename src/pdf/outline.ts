import type { PdfFile } from './file.js'
import { pageOfDestination } from './pages.js'
import type { PdfPageObject } from './pages.js'
import { decodeText } from './strings.js'
import type { PdfValue } from './syntax.js'

export interface Bookmark {
  readonly title: string
  /** Depth in the outline; 1 is the outermost. */
  readonly level: number
  /** 1-based; absent where it points nowhere. */
  readonly page?: number
}

/** The bookmarks in order. */
export function readOutline(file: PdfFile, pages: ReadonlyMap<number, PdfPageObject>): readonly Bookmark[] {
  const bookmarks: Bookmark[] = []
  const visited = new Set<PdfValue>()

  function walk(first: PdfValue | undefined, level: number): void {
    for (let item = file.resolve(first); item instanceof Map && !visited.has(item);) {
      visited.add(item)
      const title = decodeText(file.resolve(item.get('Title'))) ?? ''
      const page = pageOfDestination(file, pages, item.get('Dest') ?? file.dictionary(item.get('A')).get('D'))
      bookmarks.push({ title, level, ...(page === undefined ? {} : { page }) })
      walk(item.get('First'), level + 1)
      item = file.resolve(item.get('Next'))
    }
  }

  walk(file.dictionary(file.entry(file.trailer.get('Root'), 'Outlines')).get('First'), 1)
  return bookmarks
}
