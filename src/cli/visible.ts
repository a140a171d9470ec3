/** What a terminal would obey, or what hides or turns round the text about it; joiners inside of letters are left. */
// oxlint-disable-next-line no-control-regex
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u200B\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu

/** East Asian Wide and Fullwidth of Unicode's EastAsianWidth.txt, and pictographs that are two columns wide. */
const WIDE =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|.\uFE0F)/u

const MARKS_ALONE = /^[\p{M}\p{Cf}]+$/u

/**
 * Text of a guide that a terminal may print: a guide cannot move the cursor, set a colour or turn lines round. Controls
 * become Unicode's pictures of them (ESC is ␛), others their code (`<U+202E>`).
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (letter) => {
    const code = letter.codePointAt(0) as number
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '␡'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** Columns of a terminal that one grapheme takes: 0, 1 or 2. */
export function columnsOf(grapheme: string): number {
  if (MARKS_ALONE.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}
