import type { Html } from 'mdast'
import type { Point } from 'unist'

/** A text put together from pieces of the guide, which knows where each of them lies there. */
export interface Writer {
  /** Of what has been written. */
  readonly length: () => number
  /** @param at where the piece lies; absent for what the guide does not have */
  readonly write: (text: string, at?: Source) => void
  readonly text: () => string
  /** Where in the guide an offset of the text lies. */
  readonly pointAt: (offset: number) => Point
}

export interface Source {
  readonly node: Html
  /** Offset into the node's text. */
  readonly start: number
}

export function createWriter(pointIn: (node: Html, offset: number) => Point): Writer {
  const parts: string[] = []
  const pieces: (Source & { readonly offset: number })[] = []
  let length = 0
  return {
    length: () => length,
    write(text, at) {
      if (text === '') return
      if (at) pieces.push({ offset: length, ...at })
      parts.push(text)
      length += text.length
    },
    text: () => parts.join(''),
    pointAt(offset) {
      const piece = pieces[lastBefore(pieces, offset)]
      return piece
        ? pointIn(piece.node, piece.start + Math.max(0, offset - piece.offset))
        : { line: 1, column: 1 }
    },
  }
}

/** Index of the last piece that begins at or before an offset; the first where none does. */
function lastBefore(pieces: readonly { readonly offset: number }[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
