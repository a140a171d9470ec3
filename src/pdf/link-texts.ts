import type { PdfEdit } from './edit.js'
import type { MarkedText } from './marked-text.js'
import type { PdfPageObject } from './pages.js'
import { decodeText } from './strings.js'
import type { PdfValue } from './syntax.js'
import type { Contents } from './streams.js'
import type { TaggedLink } from './tags.js'

/** Says of each link where it goes, by its words, else by its address: what a screen reader says of it. */
export function describeLinks(
  pdf: PdfEdit,
  links: readonly TaggedLink[],
  {
    contents,
    pages,
    text,
  }: { contents: Contents; pages: ReadonlyMap<number, PdfPageObject>; text: MarkedText },
): void {
  for (const { annotations, marks } of links) {
    const bare = annotations.filter((annotation) => !pdf.dictionary(annotation).has('Contents'))
    if (bare.length === 0) continue
    const words = marks.map(({ owner, page, mcid }) => {
      const resources =
        owner === page ? pages.get(page)?.resources : pdf.entry({ object: owner }, 'Resources')
      return text.read(contents.get(owner) ?? '', mcid, pdf.dictionary(pdf.entry(resources, 'Font')))
    })
    const said = words.join(' ').replace(/\s+/g, ' ').trim()
    for (const annotation of bare) {
      const dictionary = pdf.dictionary(annotation)
      const address = decodeText(pdf.entry(dictionary.get('A'), 'URI'))
      const description: PdfValue = { bytes: textBytes(said || address || 'Link') }
      pdf.set(annotation.object, new Map<string, PdfValue>([...dictionary, ['Contents', description]]))
    }
  }
}

function textBytes(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return `\xFE\xFF${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
}
