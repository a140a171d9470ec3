import type { ReadText } from './artefacts.js'
import { corpusOf } from './corpus.js'
import type { Corpus } from './corpus.js'

const made = new WeakMap<Pick<ReadText, 'text'>, Corpus>()

/** The whole text of a PDF or another artefact, ready to be searched; made once, since several rules search it. */
export function corpusOfPdf(read: Pick<ReadText, 'text'>): Corpus {
  const corpus = made.get(read) ?? corpusOf(read.text)
  made.set(read, corpus)
  return corpus
}
