import { plainText } from './inline.js'
import type { Table, TableRow } from './model.js'

/** How wide tables are where they are to stand; any unit, the same in all three. */
export interface TableRoom {
  readonly width: number
  /** Of a letter. */
  readonly letter: number
  /** Between two columns. */
  readonly gap: number
}

/**
 * A table cut at its columns where its longest words do not fit beside each other; each part repeats the first column,
 * which names the rows. The table itself where it fits, or where that would not help.
 */
export function cutAtColumns(table: Table, { width, letter, gap }: TableRoom): readonly Table[] {
  const widths = table.align.map((_, index) => longestWord(table, index) * letter + gap)
  const [first = 0, ...others] = widths
  if (widths.reduce((sum, one) => sum + one, 0) <= width) return [table]
  const groups: number[][] = []
  let filled = Number.POSITIVE_INFINITY
  others.forEach((one, index) => {
    if (filled + one > width) {
      groups.push([])
      filled = first
    }
    groups.at(-1)?.push(index + 1)
    filled += one
  })
  return groups.length < 2 ? [table] : groups.map((columns) => withColumns(table, [0, ...columns]))
}

function longestWord(table: Table, column: number): number {
  const cells = [table.head, ...table.rows].map((row) => plainText(row.cells[column] ?? []))
  return Math.max(0, ...cells.flatMap((text) => text.split(/[\s\u200b-]+/).map((word) => [...word].length)))
}

function withColumns(table: Table, columns: readonly number[]): Table {
  const chosen = (row: TableRow): TableRow => ({
    ...row,
    cells: columns.map((column) => row.cells[column] ?? []),
  })
  return {
    ...table,
    align: columns.map((column) => table.align[column] ?? null),
    head: chosen(table.head),
    rows: table.rows.map(chosen),
  }
}
