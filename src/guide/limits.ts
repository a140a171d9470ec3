/**
 * Bounds of a guide. Each lies far beyond what anyone writes or presents, and keeps time and memory within reason where a
 * guide was made to exhaust them; what passes one is an error that names the place.
 */
export const LIMITS = {
  /** Levels of lists, quotations, directives, emphasis or braces inside each other: all that reads them recurses. */
  nesting: 30,
  /** Lines of the file. */
  lines: 100_000,
  /** Characters of one line, pictures as data apart. */
  line: 50_000,
  /** Characters of one paragraph, pictures as data apart; each sign of markup may be looked for up to its end. */
  paragraph: 100_000,
  /**
   * What it takes to read all paragraphs: the signs of markup, each times its distance from the paragraph's start, since
   * parsing takes their square in time. A guide of 60,000 words has some millions.
   */
  markup: 40_000_000,
  /** Lines in a row that go on with a quotation or an item without its mark: parsing takes their square in time. */
  lazyLines: 1_000,
  /** Characters of front matter: YAML takes the square of the number of keys in time. */
  frontMatter: 100_000,
  /** Headings; each is a slide and more, and the presenter's HTML holds all slides at once. */
  headings: 3_000,
  /** Slides of a Marp deck. */
  slides: 2_000,
  /** Paragraphs, items, rows and the like. */
  blocks: 30_000,
  /** Rows of all tables: a table is laid out as one, and each of its slides takes but a few. */
  rows: 6_000,
  /** Columns of one table. */
  columns: 200,
  /** Cells of one table; short rows are filled up. */
  cells: 50_000,
  /** Characters of one formula. */
  formula: 10_000,
  /** Commands in one formula. */
  commands: 1_000,
  /** Exercises; each may have 60 lines to write on. */
  exercises: 1_000,
  footnotes: 5_000,
} as const

/** What went past a bound, as the finding words it. */
export interface Excess {
  readonly code: 'nested-too-deep' | 'guide-too-large' | 'markup-too-dense'
  readonly what: string
  readonly limit: number
  /** 1-based. */
  readonly line: number
}

/** Thrown out of the parser where going on would take too long. */
export class TooMuch extends Error {
  readonly excess: Excess

  constructor(excess: Excess) {
    super(`${excess.what}: more than ${excess.limit}`)
    this.name = 'TooMuch'
    this.excess = excess
  }

  /** The same, in the lines of the source. @param at the source's line of each line that was read, both 1-based */
  at(at: readonly number[]): TooMuch {
    return new TooMuch({ ...this.excess, line: at[this.excess.line - 1] ?? 1 })
  }
}
