import type { Root } from 'mdast'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import { visit } from 'unist-util-visit'

const BACKSLASH = 92
const CLOSING: ReadonlyMap<Code, Code> = new Map([
  [40, 41],
  [91, 93],
])

/** Whether a text can hold maths between `\(` and `\)` or `\[` and `\]`. */
export function mayHoldEscapedMaths(source: string): boolean {
  return /\\[()[]/.test(source)
}

/**
 * Maths between `\(` and `\)` or `\[` and `\]` in the line, where it looks like maths: escaped brackets round words are
 * what they always were.
 */
export function escapedMaths(): Extension {
  return { text: { [BACKSLASH]: { name: 'escapedMaths', tokenize } as Construct } }
}

/** Behind a letter or a digit it is a plural (`link\(s\)`) or an index. */
function mayFollow(code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}\]]/u.test(String.fromCodePoint(code))
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let opening: Code = null
  let content = ''
  const before = this.previous
  const closer: Construct = { partial: true, tokenize: closing }
  return start

  function start(code: Code): State | undefined {
    if (!mayFollow(before)) return nok(code)
    effects.enter('mathText' as never)
    effects.enter('mathTextSequence' as never)
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (!CLOSING.has(code)) return nok(code)
    opening = code
    effects.consume(code)
    effects.exit('mathTextSequence' as never)
    return between
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code < -2) {
      content += ' '
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    return code === BACKSLASH ? effects.check(closer, close, begin)(code) : begin(code)
  }

  function begin(code: Code): State | undefined {
    effects.enter('mathTextData' as never)
    return take(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code < -2) return leave(code)
    return code === BACKSLASH ? effects.check(closer, leave, take)(code) : take(code)
  }

  function take(code: Code): State | undefined {
    content += code === null || code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
    return code === BACKSLASH ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    // A second opening one: the first was only a bracket. This also keeps the search short.
    if (code === opening) return nok(code)
    return code === null || code < -2 ? leave(code) : take(code)
  }

  function leave(code: Code): State | undefined {
    effects.exit('mathTextData' as never)
    return between(code)
  }

  function closing(effectsOfClosing: Effects, isOne: State, isNone: State): State {
    return (code) => {
      effectsOfClosing.enter('mathTextSequence' as never)
      effectsOfClosing.consume(code)
      return (next) => {
        if (next !== CLOSING.get(opening)) return isNone(next)
        effectsOfClosing.consume(next)
        effectsOfClosing.exit('mathTextSequence' as never)
        return isOne
      }
    }
  }

  function close(code: Code): State | undefined {
    effects.enter('mathTextSequence' as never)
    effects.consume(code)
    return (next) => {
      effects.consume(next)
      effects.exit('mathTextSequence' as never)
      effects.exit('mathText' as never)
      return end
    }
  }

  function end(code: Code): State | undefined {
    return code !== 40 && isMaths(content.trim(), opening === 91) ? ok(code) : nok(code)
  }
}

function isMaths(content: string, isDisplayed: boolean): boolean {
  if (/\\[A-Za-z]{2,}|\^|(?:^|[^\w\\])[A-Za-z]_|\s[=<>+]\s/.test(content)) return true
  return !isDisplayed && /^[A-Za-z]'?$|^[A-Za-z]\([^()]{1,20}\)$|^[\w\s]*[=<>+][\w\s]*$/.test(content)
}

/** Takes the white space off that stands inside `\( … \)`. Changes the tree. */
export function withTrimmedMaths(root: Root): void {
  visit(root, 'inlineMath', (node) => {
    const value = node.value.trim()
    if (value === node.value) return
    node.value = value
    node.data = { ...node.data, hChildren: [{ type: 'text', value }] }
  })
}
