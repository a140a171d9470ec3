/** Words of an alternative text that Marp reads as instructions: "contrast" would become a filter, "bg" a background. */
const KEYWORD = new RegExp(
  '^(?:bg|auto|contain|cover|fit|vertical|(?:left|right)(?::.*)?|[wh](?:idth|eight)?:.*|(?:\\d*\\.)?\\d+%|' +
    '(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::.*)?)$',
)

/** An alternative text that Marp shows as it is: emphasis hides a word from Marp, and alternative text shows none. */
export function marpSafeAlt(alt: string): string {
  return alt
    .split(/(\s+)/)
    .map((word) => (KEYWORD.test(word) ? `*${word}*` : word))
    .join('')
}
