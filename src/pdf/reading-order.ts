import { lineShift } from './run.js'
import type { Run } from './run.js'

/** Scripts that are written from right to left, by the language of a text (BCP 47). */
export function isRightToLeft(lang: string | undefined): boolean {
  return (
    /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)\b/i.test(lang ?? '') ||
    /-(?:Arab|Hebr)\b/.test(lang ?? '')
  )
}

/**
 * The text of runs that one piece of text was drawn with. A line is drawn from left to right whatever its
 * script: where runs go from right to left, their order is turned round again.
 */
export function inReadingOrder(runs: readonly Run[], rightToLeft: boolean): string {
  return linesOf(runs)
    .map((line) => (line.some((run) => run.reversed) ? unturn(line, rightToLeft) : line))
    .map((line) => line.map((run) => run.text).join(''))
    .reduce((text, line) => (text === '' || /\s$/.test(text) ? text + line : `${text} ${line}`), '')
}

function linesOf(runs: readonly Run[]): readonly Run[][] {
  const lines: Run[][] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line?.[0] && Math.abs(line[0].y - run.y) <= lineShift) line.push(run)
    else lines.push([run])
  }
  return lines
}

/** In a line of the base direction, stretches of the other direction keep their own order. */
function unturn(line: readonly Run[], rightToLeft: boolean): readonly Run[] {
  const stretches: Run[][] = []
  for (const run of line) {
    const last = stretches.at(-1)
    if (last?.[0]?.reversed === run.reversed) last.push(run)
    else stretches.push([run])
  }
  const inside = stretches.map((stretch) => (stretch[0]?.reversed ? stretch.toReversed() : stretch))
  return (rightToLeft ? inside.toReversed() : inside).flat()
}
