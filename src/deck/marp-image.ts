/** Words of an alternative text that Marp reads as instructions: "contrast" would become a filter, "bg" a background. */
const KEYWORD = new RegExp(
  '^(?:bg|auto|contain|cover|fit|vertical|(?:left|right)(?::.*)?|[wh](?:idth|eight)?:.*|(?:\\d*\\.)?\\d+%|' +
    '(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::.*)?)$',
)

/** Whether Marp takes a word of an alternative text as an instruction. */
export function isMarpKeyword(word: string): boolean {
  return KEYWORD.test(word)
}

/** An alternative text that Marp shows as it is: emphasis hides a word from Marp, and alternative text shows none. */
export function marpSafeAlt(alt: string): string {
  return alt
    .split(/(\s+)/)
    .map((word) => (isMarpKeyword(word) ? `*${word}*` : word))
    .join('')
}
