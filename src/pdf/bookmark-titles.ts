import type { PdfEdit } from './edit.js'
import { decodeText, textBytes } from './strings.js'
import { isReference } from './syntax.js'
import type { PdfReference, PdfValue } from './syntax.js'

/**
 * Titles bookmarks as their headings read: Chromium leaves out the blank where a heading breaks into lines, and writes
 * words from right to left in the order of drawing. One that is no heading's keeps its title.
 */
export function mendBookmarks(pdf: PdfEdit, root: PdfReference, headings: readonly string[]): void {
  const bookmarks = bookmarksOf(pdf, pdf.dictionary(root).get('Outlines'))
  if (bookmarks.length !== headings.length) return
  for (const [index, bookmark] of bookmarks.entries()) {
    const dictionary = pdf.dictionary(bookmark)
    const title = decodeText(pdf.resolve(dictionary.get('Title'))) ?? ''
    const heading = headings[index] ?? ''
    if (title === heading || letters(title) !== letters(heading)) continue
    const mended: PdfValue = { bytes: textBytes(heading) }
    pdf.set(bookmark.object, new Map<string, PdfValue>([...dictionary, ['Title', mended]]))
  }
}

/** In the order of reading. */
function bookmarksOf(pdf: PdfEdit, parent: PdfValue | undefined): readonly PdfReference[] {
  const found: PdfReference[] = []
  const visit = (first: PdfValue | undefined): void => {
    for (let item = first; isReference(item); item = pdf.dictionary(item).get('Next')) {
      found.push(item)
      visit(pdf.dictionary(item).get('First'))
    }
  }
  visit(pdf.dictionary(parent).get('First'))
  return found
}

/** The letters of a text in any order. */
function letters(text: string): string {
  return [...text.replace(/\s/g, '')].toSorted().join('')
}
