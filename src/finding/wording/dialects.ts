import { words } from './words.js'

/** What other tools add to Markdown. */
export const dialects = {
  'template-tag': words<{ family: string; count: number; example: string }>({
    severity: 'warning',
    message: ({ family, count, example }) =>
      count === 1
        ? `This ${family} was left out: ${example}`
        : `${count} ${family}s were left out, the first is ${example}`,
    hint: () => 'Write what it stands for, or put it between backticks where it is what you teach.',
  }),
  'table-cells': words<{ rows: number; columns: number }>({
    severity: 'warning',
    message: ({ rows, columns }) =>
      `${rows === 1 ? 'A row has' : `${rows} rows have`} more cells than the table's ${columns} columns; the surplus went to the last one.`,
    hint: () => 'Add a column to the head, or write \\| for a bar that stands in a cell.',
  }),
}
