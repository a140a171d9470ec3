import { lineShift } from './run.js'
import type { Run } from './run.js'

/** Scripts that are written from right to left, by the language of a text (BCP 47). */
export function isRightToLeft(lang: string | undefined): boolean {
  return (
    /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ks|ku-Arab|nqo|ps|sd|syr|ug|ur|yi)\b/i.test(lang ?? '') ||
    /-(?:Arab|Hebr)\b/.test(lang ?? '')
  )
}

const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The text of runs that one piece of text was drawn with. A line is drawn from left to right whatever its
 * script: where runs go from right to left, their order is turned round again.
 */
export function inReadingOrder(runs: readonly Run[], rightToLeft: boolean): string {
  if (runs.length < 2) return runs[0]?.text ?? ''
  return linesOf(runs)
    .map((line) => (rightToLeft || line.some(goesLeft) ? unturn(line, rightToLeft) : line))
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
  const directions = directionsOf(line, rightToLeft)
  const stretches: { readonly reversed: boolean; readonly runs: Run[] }[] = []
  for (const [index, run] of line.entries()) {
    const reversed = directions[index] ?? rightToLeft
    const last = stretches.at(-1)
    if (last?.reversed === reversed) last.runs.push(run)
    else stretches.push({ reversed, runs: [run] })
  }
  const inside = stretches.map(({ reversed, runs }) => (reversed ? runs.toReversed() : runs))
  return (rightToLeft ? inside.toReversed() : inside).flat()
}

/** A single letter is not marked as reversed, since it is the same either way. */
function goesLeft(run: Run): boolean {
  return run.reversed || leftward.test(run.text)
}

/** Whether each run goes from right to left; blanks, signs and numbers go with their neighbours, or with the line. */
function directionsOf(line: readonly Run[], rightToLeft: boolean): readonly boolean[] {
  const own = line.map((run) => (goesLeft(run) ? true : /\p{L}/u.test(run.text) ? false : undefined))
  return own.map((direction, index) => {
    if (direction !== undefined) return direction
    const before = own.slice(0, index).findLast((one) => one !== undefined) ?? rightToLeft
    const after = own.slice(index + 1).find((one) => one !== undefined) ?? rightToLeft
    return before === after ? before : rightToLeft
  })
}
