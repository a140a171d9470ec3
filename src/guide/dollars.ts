import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import { math } from 'micromark-extension-math'

const DOLLAR = 36
const BACKSLASH = 92

/**
 * Maths by Pandoc's rule: an opening `$` has no white space after it, a closing one none before it and no digit after
 * it, so that "$5 now and $6 later" stays text. `$$` opens displayed maths.
 */
export function dollarMaths(): Extension {
  const { flow } = math()
  return {
    ...(flow ? { flow } : {}),
    text: { [DOLLAR]: { name: 'mathText', tokenize, previous } as Construct },
  }
}

function previous(this: TokenizeContext, code: Code): boolean {
  return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape'
}

function isSpace(code: Code): boolean {
  return code !== null && (code < 0 || code === 32)
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0
  let closing = 0
  let last: Code = null
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathText' as never)
    effects.enter('mathTextSequence' as never)
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === DOLLAR && size < 2) {
      effects.consume(code)
      size++
      return open
    }
    if (code === null || code === DOLLAR || (size === 1 && isSpace(code))) return nok(code)
    effects.exit('mathTextSequence' as never)
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isLineEnding(code)) {
      last = code
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    if (code === DOLLAR) {
      if (size === 1 && isSpace(last)) return nok(code)
      effects.enter('mathTextSequence' as never)
      closing = 0
      return close(code)
    }
    effects.enter('mathTextData' as never)
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code === DOLLAR || isLineEnding(code)) {
      effects.exit('mathTextData' as never)
      return between(code)
    }
    last = code
    effects.consume(code)
    return code === BACKSLASH ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (code !== DOLLAR && code !== BACKSLASH) return data(code)
    last = code
    effects.consume(code)
    return data
  }

  function close(code: Code): State | undefined {
    if (code === DOLLAR && closing < size) {
      effects.consume(code)
      closing++
      return close
    }
    if (closing !== size || (size === 1 && isDigit(code))) return nok(code)
    effects.exit('mathTextSequence' as never)
    effects.exit('mathText' as never)
    return ok(code)
  }
}
