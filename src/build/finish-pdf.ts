import { plainText, type Guide } from '../guide/index.js'
import { readPdf, stampPdf, type PdfDocument, type PdfMetadata } from '../pdf/index.js'

/** A PDF that was printed, stamped and read back. */
export interface FinishedPdf {
  readonly pdf: Uint8Array
  readonly read: PdfDocument
}

export async function finishPdf(printed: Uint8Array, metadata: PdfMetadata): Promise<FinishedPdf> {
  const pdf = await stampPdf(printed, metadata)
  return { pdf, read: await readPdf(pdf) }
}

/** What a PDF says of itself. @param file its name, such as handout.pdf */
export function metadataOf(guide: Guide, file: string): PdfMetadata {
  const { authors, date } = guide.frontMatter
  return {
    title: `${plainText(guide.title)}${file === 'deck.pdf' ? '' : ` (${file.replace('.pdf', '')})`}`,
    lang: guide.lang,
    ...(authors.length > 0 ? { author: authors.join(', ') } : {}),
    ...(date ? { date } : {}),
    guide: guide.name,
    hash: guide.hash,
    sections: guide.sectionHashes,
  }
}
