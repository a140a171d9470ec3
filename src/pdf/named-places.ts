import type { PdfEdit } from './edit.js'
import type { PdfPageObject } from './pages.js'
import { isName, isReference } from './syntax.js'
import type { PdfReference, PdfValue } from './syntax.js'

/**
 * Names the places that links go to by strings in a tree, as PDF does since 1.2. Chromium names them by names, which
 * may have 127 bytes at most; a heading in Chinese has more.
 */
export function nameByStrings(
  pdf: PdfEdit,
  root: PdfReference,
  pages: ReadonlyMap<number, PdfPageObject>,
): void {
  const catalog = pdf.dictionary(root)
  const places = [...pdf.dictionary(catalog.get('Dests'))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (places.length === 0) return
  const names = places.flatMap(([name, place]): readonly PdfValue[] => [{ bytes: name }, place])
  const tree = pdf.add(new Map([['Names', names]]))
  const others = [...catalog].filter(([key]) => key !== 'Dests')
  pdf.set(root.object, new Map<string, PdfValue>([...others, ['Names', new Map([['Dests', tree]])]]))
  const replaced = catalog.get('Dests')
  if (isReference(replaced)) pdf.setBody(replaced.object, '')
  for (const { dictionary } of pages.values())
    for (const annotation of pdf.array(dictionary.get('Annots'))) {
      const link = pdf.dictionary(annotation)
      const place = link.get('Dest')
      if (isName(place) && isReference(annotation))
        pdf.set(annotation.object, new Map<string, PdfValue>([...link, ['Dest', { bytes: place.name }]]))
    }
}
