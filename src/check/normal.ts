/** A word as it is written, and what of it is compared. */
export interface Word {
  readonly shown: string
  /** Letters, digits and their marks alone, without case. */
  readonly normal: string
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * What of a text is compared: letters, digits and their marks. White space, punctuation, ligatures, soft
 * hyphens and the width of letters differ between artefacts without a word being lost.
 */
export function normal(text: string): string {
  if (/^[\0-\x7F]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

/** The words of a text that have a letter or digit; scripts without blanks are cut by the Unicode rules. */
export function wordsOf(text: string): readonly Word[] {
  return text
    .split(/\s+/)
    .flatMap((token) =>
      unspaced.test(token) ? Array.from(segmenter.segment(token), (part) => part.segment) : [token],
    )
    .map((shown) => ({ shown, normal: normal(shown) }))
    .filter((word) => word.normal !== '')
}

/** The first words from `from` on, as they are written, for a message. */
export function excerpt(words: readonly Word[], from = 0, count = 8): string {
  const glue = words.some((word) => unspaced.test(word.shown)) ? '' : ' '
  const shown = words.slice(from, from + count).map((word) => word.shown)
  return shown.join(glue) + (from + count < words.length ? ' …' : '')
}
