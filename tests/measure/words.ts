/** Scripts that put no blanks between words: each letter counts by itself, so that a line may end anywhere. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const FROM_RIGHT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}`
const LETTER = String.raw`[\p{L}\p{N}]`

/** Stands for a joined letter that the reader of the PDF cannot tell: the file names it apart from its glyph. */
export const UNREAD = '\uFFFC'
const TOKEN = new RegExp(
  String.raw`${UNREAD}|(?=${LETTER})[${UNSPACED}]\p{M}*|(?:(?=${LETTER})[${FROM_RIGHT}]\p{M}*)+|(?:(?![${UNSPACED}${FROM_RIGHT}])${LETTER}\p{M}*)+`,
  'gu',
)

/** Marks without a shape of their own, and apostrophes that Unicode counts among the letters. */
const SHAPELESS = /[\p{Cf}\p{Variation_Selector}]/gu
const APOSTROPHES = /[\u02B9-\u02C0\u02C8\u02EE]/g

/** Letters of formulas, which stand for no words; "nth" would be one otherwise. */
const MATHS = /[\u{1D400}-\u{1D7FF}]/gu

/** A PDF holds these as they are seen or as they are read: their letters are compared in an order of their own. */
const RIGHT_TO_LEFT = new RegExp(`[${FROM_RIGHT}]`, 'u')

/** Letters that a font lacks stand on paper as their codes: "[U+4E2D]"; a line may end in one. */
const CODE = /\[U\s*\+\s*((?:[0-9A-F]\s*){4,6})\]/g

/** The words of a text as they are compared: compatibility forms folded, case kept, everything but letters and digits gone. */
export function wordsOf(text: string): readonly string[] {
  const plain = withLetters(text)
    .replace(MATHS, ' ')
    .normalize('NFKC')
    .replace(SHAPELESS, '')
    .replace(APOSTROPHES, "'")
  return (plain.match(TOKEN) ?? []).map((word) =>
    RIGHT_TO_LEFT.test(word) ? [...word].toSorted().join('') : word,
  )
}

export function isFromRight(word: string): boolean {
  return RIGHT_TO_LEFT.test(word)
}

/** How many letters stand there as their codes. */
export function codesIn(text: string): number {
  return text.match(CODE)?.length ?? 0
}

function withLetters(text: string): string {
  return text
    .replace(/\](?:\s*\n\s*)\[U/g, '][U')
    .replace(CODE, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex.replace(/\s/g, ''), 16)))
}
