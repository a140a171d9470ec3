/** Inclusive first and last code point. */
export type Range = readonly [first: number, last: number]

/** Reads a CSS unicode-range, "U+0000-00FF,U+0131". */
export function parseRanges(css: string): readonly Range[] {
  return css.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

export function inRanges(point: number, ranges: readonly Range[]): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last)
}

/** The different code points of a text. */
export function codePoints(text: string): readonly number[] {
  return [...new Set(text)].map((character) => character.codePointAt(0) as number)
}
