import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A Markdown file of the corpus. */
export interface CorpusGuide {
  readonly path: string
  /** From the corpus, with forward slashes. */
  readonly name: string
}

/** Every Markdown file in the folders below a corpus; those at its top tell of the corpus and are no guides. */
export function corpusGuides(corpus: string): readonly CorpusGuide[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name) && name.includes(sep))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ path: join(corpus, name), name: name.replaceAll(sep, '/') }))
}
