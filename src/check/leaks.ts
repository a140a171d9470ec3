import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { LedgerEntry } from '../guide/ledger.js'
import type { Block, Guide } from '../guide/model.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts } from './artefacts.js'
import { corpusOf, gram } from './corpus.js'
import type { Corpus } from './corpus.js'
import { corpusOfPdf } from './pdf-corpus.js'
import { excerpt, wordsOf } from './normal.js'
import type { Word } from './normal.js'

/** Words in a row that are a leak; fewer where the whole entry is shorter, down to `least`. */
const run = 8
const least = 4

/** No run of words of the facilitator's alone stands where others read. */
export function checkLeaks(artefacts: Artefacts): readonly Finding[] {
  const { ledger, guide, deckHtml, deckPdf, handoutPdf, handoutName = 'handout.pdf', handoutHtml } = artefacts
  const secrets = ledger.filter((entry) => entry.secret)
  if (secrets.length === 0) return []
  const allowed = corpusOf(allowedTexts(ledger, guide).join(wall))
  const slides = deckHtml?.slides.map((slide) => slide.blocks.join('\n')).join('\n')
  return [
    ...(slides === undefined ? [] : findLeaks(secrets, allowed, corpusOf(slides), 'the slides of deck.html')),
    ...(deckPdf ? findLeaks(secrets, allowed, corpusOfPdf(deckPdf), 'deck.pdf') : []),
    ...(handoutPdf ? findLeaks(secrets, allowed, corpusOfPdf(handoutPdf), handoutName) : []),
    ...(handoutHtml ? findLeaks(secrets, allowed, corpusOfPdf(handoutHtml), 'handout.html') : []),
  ]
}

/** No run of words of the facilitator's alone stands in an edition that others read, be it in a picture of a slide. */
export function checkSecrets(
  { ledger, guide }: Pick<Artefacts, 'ledger' | 'guide'>,
  pdf: PdfDocument,
  artefact: string,
): readonly Finding[] {
  const secrets = ledger.filter((entry) => entry.secret)
  if (secrets.length === 0) return []
  const allowed = corpusOf(allowedTexts(ledger, guide).join(wall))
  return findLeaks(secrets, allowed, corpusOf(pdf.pages.map(({ allText }) => allText).join(wall)), artefact)
}

/** Stands between texts as a word that no guide has, so that no run of words goes over from one to the next. */
export const wall = '\n\uA66E\n'

/** Tells each text of which a run of words stands in a corpus, but not in what others may read. */
export function findLeaks(
  secrets: readonly Pick<LedgerEntry, 'text' | 'place'>[],
  allowed: Corpus,
  corpus: Corpus,
  artefact: string,
): readonly Finding[] {
  return secrets.flatMap((entry) => {
    const words = wordsOf(entry.text)
    const length = Math.min(run, words.length)
    if (length < least) return []
    for (let from = 0; from + length <= words.length; from++) {
      const needle = join(words, from, from + length)
      if (stands(needle, corpus) && !stands(needle, allowed))
        return [finding('words-leaked', { text: excerpt(words, from, run), artefact }, entry.place)]
    }
    return []
  })
}

function stands(needle: string, corpus: Corpus): boolean {
  return needle.length < gram ? corpus.text.includes(needle) : corpus.stands(needle)
}

function join(words: readonly Word[], from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += words[i]?.normal ?? ''
  return text
}

/** All that others may read: the other entries, the front matter, slides of the author's own. */
export function allowedTexts(ledger: readonly LedgerEntry[], guide: Guide): readonly string[] {
  const { frontMatter } = guide
  const printed = Object.values(frontMatter).flatMap((value) => (typeof value === 'string' ? [value] : []))
  const parts = [
    ...(guide.introduction ? [guide.introduction] : []),
    ...guide.sections.flatMap((one) => one.parts),
  ]
  return [
    ...ledger.filter((entry) => !entry.secret).map((entry) => entry.text),
    ...printed,
    ...(guide.subtitle ? [guide.subtitle] : []),
    ...parts.flatMap((part) => part.blocks.flatMap(authoredText)),
  ]
}

function authoredText(block: Block): readonly string[] {
  return block.kind === 'slide' ? [block.markdown] : []
}
