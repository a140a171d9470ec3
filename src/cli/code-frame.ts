import type { Place } from '../finding/index.js'

const CONTEXT = 1
const WIDEST = 110
const LONGEST_MARK = 24

/** The source around a place, with line numbers and a mark under the column. */
export function codeFrame(source: string, place: Place): string {
  const lines = source.split(/\r?\n/)
  const first = Math.max(1, place.line - CONTEXT)
  const last = Math.min(lines.length, place.line + CONTEXT)
  const width = String(last).length
  const rows: string[] = []
  for (let line = first; line <= last; line++) {
    const text = (lines[line - 1] ?? '').replace(/\t/g, ' ')
    // A long line is shown from a little before the column.
    const from = line === place.line && place.column > WIDEST ? place.column - 40 : 0
    const shown = text.slice(from, from + WIDEST)
    rows.push(`${line === place.line ? '>' : ' '} ${String(line).padStart(width)} | ${shown}`.trimEnd())
    if (line === place.line) {
      const onSameLine = place.endLine === place.line ? (place.endColumn ?? place.column) - place.column : 1
      const length = Math.min(
        Math.max(1, onSameLine),
        LONGEST_MARK,
        Math.max(1, shown.length - (place.column - 1 - from)),
      )
      rows.push(`  ${' '.repeat(width)} | ${' '.repeat(place.column - 1 - from)}${'^'.repeat(length)}`)
    }
  }
  return rows.join('\n')
}
