import type { Code, Construct, Effects, Extension, Point, State, TokenizeContext } from 'micromark-util-types'
import { LIMITS, TooMuch } from './limits.js'

/** An item needs two columns of indentation and more, a quotation one: at this one either is too deep. */
const DEEPEST_COLUMN = LIMITS.nesting * 4

const SIGNS = '[]!*_~<$`'
/** Signs of which a run is one mark. */
const RUNS = '$`'
const EXCLAMATION = 33
const QUESTION = 63
/** What `<!` and `<?` cost at least: their end is looked for through the whole paragraph. */
const SOUGHT = 20_000

/** Pictures as data are one word to the parser, however long. */
const DATA = /;base64,[A-Za-z0-9+/=]+/g

/**
 * Watches the parser at its work, at the places that it gets to: no scan of our own could tell as well what is code and
 * what is text. Its constructs match nothing, so that what is parsed stays the same. One for each parse.
 * @throws TooMuch out of `fromMarkdown`
 */
export function bounds(lines: readonly string[]): Extension {
  const lineStarts = startsOf(lines)
  const distance = (from: Point, to: Point): number =>
    (lineStarts[to.line - 1] ?? 0) + to.column - (lineStarts[from.line - 1] ?? 0) - from.column
  const starts = new WeakMap<TokenizeContext, Point>()
  let work = 0
  let lazyLines = 0
  let hashes = 0
  let hashLine = 0
  let paragraph: Point | undefined

  const spend = (context: TokenizeContext, least: number): void => {
    const now = context.now()
    const start = starts.get(context) ?? now
    starts.set(context, start)
    work += Math.max(least, distance(start, now))
    if (work > LIMITS.markup) {
      throw new TooMuch({
        code: 'markup-too-dense',
        what: 'signs of markup',
        limit: LIMITS.markup,
        line: now.line,
      })
    }
  }
  const line = watch((context) => {
    const now = context.now()
    if (!context.interrupt || !paragraph) paragraph = now
    else if (distance(paragraph, now) > LIMITS.paragraph)
      throw tooLarge('characters in one paragraph', LIMITS.paragraph, paragraph.line)
  })
  const hash = watch((context) => {
    const now = context.now()
    if (now.line === hashLine) return
    hashLine = now.line
    // Not each is a heading, and those that are will be counted.
    if (++hashes > LIMITS.headings * 2) throw tooLarge('headings', LIMITS.headings, now.line)
  })
  const container = watch((context) => {
    const { line, column } = context.now()
    if (column > DEEPEST_COLUMN) {
      throw new TooMuch({
        code: 'nested-too-deep',
        what: 'Lists and quotations',
        limit: LIMITS.nesting,
        line,
      })
    }
    lazyLines = context.parser.lazy[line - 1] ? lazyLines + 1 : 0
    if (lazyLines > LIMITS.lazyLines)
      throw tooLarge('lines in a row that go on with a quotation or an item', LIMITS.lazyLines, line)
  })
  return {
    document: { null: container },
    flow: { null: line, 35: hash },
    text: Object.fromEntries([...SIGNS].map((sign) => [sign.charCodeAt(0), sightOf(sign, spend)])),
  }
}

/** How many characters stand before each line, pictures as data apart. */
function startsOf(lines: readonly string[]): readonly number[] {
  let sum = 0
  return lines.map((line) => {
    const start = sum
    sum += bareLength(line)
    return start
  })
}

/** Characters of a line, pictures as data apart. */
export function bareLength(line: string): number {
  return line.length < LIMITS.line ? line.length : line.replace(DATA, '').length
}

function tooLarge(what: string, limit: number, line: number): TooMuch {
  return new TooMuch({ code: 'guide-too-large', what, limit, line })
}

/** Comes by each sign that may open or close markup, once for a run of them. */
function sightOf(sign: string, spend: (context: TokenizeContext, least: number) => void): Construct {
  const own = sign.charCodeAt(0)
  return {
    // Else the constructs beside it would be tried in the midst of a run.
    previous: (code: Code) => code !== own || !RUNS.includes(sign),
    tokenize(this: TokenizeContext, effects: Effects, _ok: State, nok: State): State {
      const second = (code: Code): State | undefined => {
        spend(this, sign === '<' && (code === EXCLAMATION || code === QUESTION) ? SOUGHT : 0)
        return nok(code)
      }
      return (code: Code) => {
        effects.enter('data')
        effects.consume(code)
        effects.exit('data')
        return second
      }
    },
  }
}

/** A construct that looks on and never matches. */
function watch(look: (context: TokenizeContext) => void): Construct {
  return {
    tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
      return (code: Code) => {
        look(this)
        return nok(code)
      }
    },
  }
}
