import type { PdfEdit } from './edit.js'
import { isName } from './syntax.js'
import type { PdfReference } from './syntax.js'

/**
 * Mends headings that skip a level, as an author's own slide may: each stands one level below the heading that it is
 * under, and the first is of level 1 (ISO 14289-1, 7.4.2). Takes the headings in reading order, one by one.
 */
export function headingLevels(pdf: PdfEdit): (heading: PdfReference) => void {
  /** Levels as they were written, from the outermost heading to the last. */
  const open: number[] = []
  return (heading) => {
    const dictionary = pdf.dictionary(heading)
    const role = pdf.resolve(dictionary.get('S'))
    const written = isName(role) ? Number(/^H([1-6])$/.exec(role.name)?.[1] ?? 0) : 0
    if (written === 0) return
    while ((open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    if (open.length !== written)
      pdf.set(heading.object, new Map([...dictionary, ['S', { name: `H${open.length}` }]]))
  }
}
