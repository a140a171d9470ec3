import type { PdfEdit } from './edit.js'
import { lineShift } from './run.js'
import type { MarkedText } from './marked-text.js'
import type { PdfPageObject } from './pages.js'
import { decodeText, textBytes } from './strings.js'
import type { PdfValue } from './syntax.js'
import type { Contents } from './streams.js'
import type { MarkPlace, TaggedLink } from './tags.js'

export interface DrawnText {
  readonly contents: Contents
  readonly pages: ReadonlyMap<number, PdfPageObject>
  readonly text: MarkedText
}

/** The text of marks, one after the other. */
export function textOfMarks(pdf: PdfEdit, marks: readonly MarkPlace[], drawn: DrawnText): string {
  const { contents, pages, text } = drawn
  const pieces = marks.map(({ owner, page, mcid }) => {
    const resources = owner === page ? pages.get(page)?.resources : pdf.entry({ object: owner }, 'Resources')
    return text.read(contents.get(owner) ?? '', mcid, pdf.dictionary(pdf.entry(resources, 'Font')))
  })
  let whole = ''
  let last: number | undefined
  for (const piece of pieces) {
    // A line that breaks between two marks leaves no blank.
    const isMoved = last !== undefined && Math.abs(last - piece.first) > lineShift
    whole += (isMoved ? ' ' : '') + piece.text
    last = piece.last
  }
  return whole.replace(/\s+/g, ' ').trim()
}

/** Says of each link where it goes, by its words, else by its address: what a screen reader says of it. */
export function describeLinks(pdf: PdfEdit, links: readonly TaggedLink[], drawn: DrawnText): void {
  for (const { annotations, marks } of links) {
    const bare = annotations.filter((annotation) => !pdf.dictionary(annotation).has('Contents'))
    if (bare.length === 0) continue
    const said = textOfMarks(pdf, marks, drawn)
    for (const annotation of bare) {
      const dictionary = pdf.dictionary(annotation)
      const address = decodeText(pdf.entry(dictionary.get('A'), 'URI'))
      const description: PdfValue = { bytes: textBytes(said || address || 'Link') }
      pdf.set(annotation.object, new Map<string, PdfValue>([...dictionary, ['Contents', description]]))
    }
  }
}
