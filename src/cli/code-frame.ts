import type { Place } from '../finding/index.js'
import { columnsOf, visible } from './visible.js'

/** Lines shown before and after the place. */
const CONTEXT = 2
/** Columns of the terminal that a line of the source may take. */
const WIDEST = 100
/** Columns shown before the place where its line is cut. */
const BEFORE = 30
const TAB = 4

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A grapheme as it is shown. */
interface Cell {
  readonly text: string
  readonly columns: number
  /** UTF-16 offsets in its line. */
  readonly at: number
  readonly end: number
}

/**
 * The source around a place, with line numbers and a mark under what is meant. Tabs are spread, wide letters counted as
 * two columns, controls made visible; a long line is cut around the place.
 * @param lines of the source, without their ends
 */
export function codeFrame(lines: readonly string[], place: Place): string {
  if (place.line < 1 || place.line > lines.length) return ''
  const first = Math.max(1, place.line - CONTEXT)
  const last = Math.min(lines.length, place.line + CONTEXT)
  const gutter = String(last).length
  const rows: string[] = []
  for (let line = first; line <= last; line++) {
    const isPlace = line === place.line
    const { text, from, to } = shownLine(lines[line - 1] ?? '', isPlace ? rangeOf(place) : [0, 0])
    const row = `${isPlace ? '>' : ' '} ${String(line).padStart(gutter)} | ${text}`
    // Blanks at the end matter only where the mark may stand below them.
    rows.push(isPlace ? row : row.trimEnd())
    if (isPlace)
      rows.push(`  ${' '.repeat(gutter)} | ${' '.repeat(from)}${'^'.repeat(Math.max(1, to - from))}`)
  }
  return rows.join('\n')
}

/** UTF-16 offsets in the place's line; where it goes on below, to the line's end. */
function rangeOf({ line, column, endLine, endColumn }: Place): readonly [number, number] {
  const start = column - 1
  if (endLine !== undefined && endLine > line) return [start, Infinity]
  return [start, Math.max(start + 1, (endColumn ?? 0) - 1)]
}

/** A line as it is shown, and between which of its columns the range stands. */
function shownLine(line: string, [start, end]: readonly [number, number]) {
  const { cells, isCutAfter, isCutBefore } = windowOf(line, start)
  let text = isCutBefore ? '…' : ''
  let column = text.length
  let from: number | undefined
  let to = 0
  for (const cell of cells) {
    if (cell.end > start) from ??= column
    text += cell.text
    column += cell.columns
    if (cell.at < end) to = column
  }
  return { text: isCutAfter ? `${text}…` : text, from: from ?? column, to }
}

/** The cells of a line that are shown: from its begin, or from a little before the place where that is far out. */
function windowOf(line: string, start: number) {
  // Only what may be shown is taken apart: a line can have millions of letters.
  const safeStart = Math.max(0, start - WIDEST * 2)
  const safe = line.slice(safeStart, start + WIDEST * 2)
  const cells = cellsOf(safe, safeStart)
  const columnAt = (offset: number) =>
    cells.reduce((sum, cell) => (cell.at < offset ? sum + cell.columns : sum), 0)
  const isFar = safeStart > 0 || columnAt(start) > WIDEST - BEFORE
  const leftEdge = isFar ? columnAt(start) - BEFORE : 0
  const shown: Cell[] = []
  let column = 0
  for (const cell of cells) {
    if (column >= leftEdge && column + cell.columns <= leftEdge + WIDEST) shown.push(cell)
    column += cell.columns
  }
  return {
    cells: shown,
    isCutBefore: isFar && (shown[0]?.at ?? 0) > 0,
    isCutAfter: column > leftEdge + WIDEST || safeStart + safe.length < line.length,
  }
}

function cellsOf(text: string, offset: number): readonly Cell[] {
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of graphemes.segment(text)) {
    const shown = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(segment)
    const columns = shown === segment ? columnsOf(segment) : shown.length
    const at = offset + index
    cells.push({ text: shown, columns, at, end: at + segment.length })
    column += columns
  }
  return cells
}
