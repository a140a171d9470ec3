import type { Printed } from '../browser/index.js'
import { finding, type Finding } from '../finding/index.js'
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

/** Stamps the print of an output, reads it back, and tells what it was refused. @param file its name, such as handout.pdf */
export type Finish = (file: string, printed: Printed) => Promise<FinishedPdf>

/**
 * What finishes the prints of a guide.
 * @param tell takes the findings
 * @param finishOne `finishPdf`, here or in another thread
 */
export function finisher(
  guide: Guide,
  tell: (findings: readonly Finding[]) => void,
  finishOne: typeof finishPdf = finishPdf,
): Finish {
  return async (file, { pdf, refused }) => {
    tell(refused.map((url) => finding('request-refused', { url, artefact: file })))
    return finishOne(pdf, metadataOf(guide, file))
  }
}

/** What a PDF says of itself. */
function metadataOf(guide: Guide, file: string): PdfMetadata {
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
