import type { PdfDocument } from '../pdf/index.js'
import { corpusOf } from './corpus.js'
import type { Corpus } from './corpus.js'

const made = new WeakMap<PdfDocument, Corpus>()

/** The whole text of a PDF, ready to be searched; made once, since several rules search it. */
export function corpusOfPdf(pdf: PdfDocument): Corpus {
  const corpus = made.get(pdf) ?? corpusOf(pdf.text)
  made.set(pdf, corpus)
  return corpus
}
