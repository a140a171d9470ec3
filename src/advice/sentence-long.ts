import { finding, type Finding } from '../finding/index.js'
import { ledger, type Guide } from '../guide/index.js'
import { locate } from './locate.js'

/** Words of a sentence that a lay audience follows. */
const MOST_WORDS = 25

/** Sentences of the handout that are too long for a lay audience. */
export function sentencesLong(guide: Guide, lines: readonly string[]): readonly Finding[] {
  const sentences = new Intl.Segmenter(guide.lang, { granularity: 'sentence' })
  const words = new Intl.Segmenter(guide.lang, { granularity: 'word' })
  return ledger(guide)
    .filter(({ kind, secret, venues }) => kind === 'text' && !secret && venues.includes('handout'))
    .flatMap(({ text, place }) =>
      [...sentences.segment(text)].flatMap(({ segment }) => {
        const count = [...words.segment(segment)].filter(({ isWordLike }) => isWordLike).length
        if (count <= MOST_WORDS) return []
        const start = segment.trim().slice(0, 20)
        return [finding('sentence-long', { words: count, most: MOST_WORDS }, locate(start, place, lines))]
      }),
    )
}
