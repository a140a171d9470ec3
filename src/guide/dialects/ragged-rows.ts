import type { Root, TableCell, TableRow } from 'mdast'
import { visit } from 'unist-util-visit'
import { finding, type Finding } from '../../finding/index.js'

/**
 * Rows that have more cells than their table has columns: the parser's last columns have no head, and other tools drop
 * what stands in them. Their words go to the last cell, and are told once a table. Changes the tree.
 */
export function withWholeRows(root: Root, file: string): readonly Finding[] {
  const findings: Finding[] = []
  visit(root, 'table', (table) => {
    const columns = table.children[0]?.children.length ?? 0
    const ragged = table.children.filter((row) => row.children.length > columns)
    const [first] = ragged
    if (!first || columns === 0) return
    for (const row of ragged) row.children = joined(row, columns)
    const { line, column } = first.position?.start ?? { line: 1, column: 1 }
    findings.push(finding('table-cells', { rows: ragged.length, columns }, { file, line, column }))
  })
  return findings
}

function joined({ children }: TableRow, columns: number): TableCell[] {
  const kept = children.slice(0, columns - 1)
  const [last, ...surplus] = children.slice(columns - 1)
  const words = surplus.flatMap((cell) =>
    cell.children.length > 0 ? [{ type: 'text', value: ' ' } as const, ...cell.children] : [],
  )
  return last ? [...kept, { ...last, children: [...last.children, ...words] }] : kept
}

/** Pandoc's captions of tables (`: So it is {#tbl:x}`, `Table: …`) without their marks. Changes the tree. */
export function withPlainCaptions(root: Root): void {
  visit(root, 'table', (_, index, parent) => {
    const next = parent && index !== undefined ? parent.children[index + 1] : undefined
    const text = next?.type === 'paragraph' ? next.children[0] : undefined
    const mark = text?.type === 'text' ? /^(?:Table)?:\s+/.exec(text.value) : null
    if (!mark || text?.type !== 'text' || next?.type !== 'paragraph') return
    text.value = text.value.slice(mark[0].length)
    const last = next.children.at(-1)
    if (last?.type === 'text') last.value = last.value.replace(/\{[^{}]*\}$/, '').trimEnd()
  })
}
