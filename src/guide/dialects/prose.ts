import { lineKinds } from './code-lines.js'
import type { Lines } from './lines.js'

// Noncharacters: no text holds them.
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const MASK = /\uFDD0(\d+)\n*\uFDD1/g

/**
 * Rewrites prose, a run of lines without a blank one at a time. Code spans, maths and comments in it are masked while
 * `change` works, and code lines are not handed in at all.
 * @param change must keep the number of line ends
 */
export function mapProse(
  lines: Lines,
  change: (run: string, line: number) => string,
  hasIndentedCode = true,
): Lines {
  const kinds = lineKinds(lines.text, hasIndentedCode)
  const text = [...lines.text]
  let first = -1
  for (let index = 0; index <= text.length; index++) {
    const isRun = index < text.length && kinds[index] === 'prose' && text[index]?.trim() !== ''
    if (isRun && first < 0) first = index
    if (isRun || first < 0) continue
    const changed = maskedly(text.slice(first, index).join('\n'), (run) => change(run, lines.at[first] ?? 1))
    changed.split('\n').forEach((line, offset) => (text[first + offset] = line))
    first = -1
  }
  return { ...lines, text }
}

/** Applies a change to a run of prose with its code spans, maths and comments out of reach. */
function maskedly(run: string, change: (masked: string) => string): string {
  const kept: string[] = []
  const mask = (span: string): string => `${OPEN}${kept.push(span) - 1}${lineEnds(span)}${CLOSE}`
  const masked = maskSpans(run, mask)
  const changed = change(masked)
  return kept.length === 0 ? changed : changed.replace(MASK, (_, index) => kept[Number(index)] ?? '')
}

/** As many line ends as a text has. */
export function lineEnds(text: string): string {
  return text.includes('\n') ? '\n'.repeat(text.split('\n').length - 1) : ''
}

const SPECIAL = /\\[^]|`+|\$+|<!--/g

const BRACKET = /\\[()]/g

function maskSpans(run: string, mask: (span: string) => string): string {
  if (!/[`$]|<!--/.test(run)) return run
  const ends = spanEnds(run)
  let result = ''
  let copied = 0
  SPECIAL.lastIndex = 0
  for (let match = SPECIAL.exec(run); match; match = SPECIAL.exec(run)) {
    const end = ends(match[0], match.index)
    if (end === undefined) continue
    result += run.slice(copied, match.index) + mask(run.slice(match.index, end))
    copied = SPECIAL.lastIndex = end
  }
  return result + run.slice(copied)
}

/** Finds where a span that opens with a mark ends. Each kind of mark is searched forward only once, so that time stays linear. */
function spanEnds(run: string): (mark: string, at: number) => number | undefined {
  const ticks = new Map<number, number[]>()
  for (const found of run.matchAll(/`+/g)) {
    const length = found[0].length
    const list = ticks.get(length)
    if (list) list.push(found.index)
    else ticks.set(length, [found.index])
  }
  const next = new Map<number, number>()
  let dollarsFrom = 0
  return (mark, at) => {
    if (mark.startsWith('\\')) {
      BRACKET.lastIndex = at + 2
      const next = mark === '\\(' ? BRACKET.exec(run) : null
      return next?.[0] === '\\)' ? next.index + 2 : undefined
    }
    if (mark === '<!--') {
      const end = run.indexOf('-->', at + 4)
      return end < 0 ? run.length : end + 3
    }
    if (mark.startsWith('`')) {
      const list = ticks.get(mark.length) ?? []
      let index = next.get(mark.length) ?? 0
      while (index < list.length && (list[index] as number) <= at) index++
      next.set(mark.length, index)
      const end = list[index]
      return end === undefined ? undefined : end + mark.length
    }
    if (mark.length > 2 || at < dollarsFrom) return undefined
    const end = run.indexOf(mark, at + mark.length)
    if (end < 0) dollarsFrom = run.length
    const closes = end >= 0 && (mark === '$$' || isMaths(run, at, end))
    return closes ? end + mark.length : undefined
  }
}

/** Pandoc's rule: no white space inside at either end, no digit behind. */
function isMaths(run: string, from: number, to: number): boolean {
  return /\S/.test(run[from + 1] ?? ' ') && /\S/.test(run[to - 1] ?? ' ') && !/\d/.test(run[to + 1] ?? '')
}
