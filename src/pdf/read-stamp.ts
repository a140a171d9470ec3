import { openPdf } from './file.js'
import { readSections, type SectionState } from './section-states.js'
import { decodeText } from './strings.js'

/** What a PDF says of the guide that it was made from. */
export interface PdfStamp {
  readonly title?: string
  /** SHA-256 of the guide and its pictures, in hex; absent where the PDF is none of ours. */
  readonly hash?: string
  /** Name of the guide: that of its output folder. */
  readonly guide?: string
  /** Empty where the PDF says nothing of them. */
  readonly sections: readonly SectionState[]
}

/** Reads the metadata that `stampPdf` wrote. Throws where the file is no PDF, or another program has packed it anew. */
export function readStamp(bytes: Uint8Array): PdfStamp {
  const file = openPdf(bytes)
  const entry = (key: string) => decodeText(file.entry(file.trailer.get('Info'), key))
  const [title, hash, guide] = [entry('Title'), entry('GuideHash'), entry('GuideName')]
  return {
    ...(title === undefined ? {} : { title }),
    ...(hash === undefined ? {} : { hash }),
    ...(guide === undefined ? {} : { guide }),
    sections: readSections(entry('GuideSections') ?? ''),
  }
}
