import type { Block, Code } from '../guide/index.js'

/** Characters of 26 px Plex Mono that fit the text column of 888 px. */
const WIDEST = 56

/** How far back from the edge a blank, else a sign, is looked for to break at. */
const REACH = 20

/** Stands in the gutter, in the place of a number, beside a line that goes on from the one above. */
export const GOES_ON = '↪'

/** Breaks long code lines, so that none is cut off; lines keep their own numbers. */
export function wrapCode(block: Block): Block {
  if (block.kind !== 'code') return block
  const first = block.firstLine ?? 1
  const lines: string[] = []
  const numbers: string[] = []
  block.value.split('\n').forEach((line, index) => {
    wrapLine(line.replaceAll('\t', '  ')).forEach((piece, position) => {
      lines.push(piece)
      numbers.push(position === 0 ? String(first + index) : GOES_ON)
    })
  })
  const wrapped: Code = { ...block, value: lines.join('\n'), numbers }
  return wrapped
}

function wrapLine(line: string): readonly string[] {
  const pieces: string[] = []
  const indent = Math.min(/^ */.exec(line)?.[0].length ?? 0, 12)
  let rest = [...line]
  while (rest.length > WIDEST) {
    const end = breakIn(rest)
    pieces.push(rest.slice(0, end).join('').trimEnd())
    const next = rest.slice(end).join('').trimStart()
    if (next === '') return pieces
    rest = [...`${' '.repeat(indent + 2)}${next}`]
  }
  return [...pieces, rest.join('')]
}

/** Where a line that is too long ends: at a blank, else behind a sign, else within a word. */
function breakIn(line: readonly string[]): number {
  const from = WIDEST - REACH
  const blank = line.slice(from, WIDEST + 1).lastIndexOf(' ')
  if (blank > 0) return from + blank
  const sign = line.slice(from, WIDEST).findLastIndex((character) => !/[\p{L}\p{N}\p{M}_]/u.test(character))
  return sign >= 0 ? from + sign + 1 : WIDEST
}
