import type { List, ListItem, Parent, Root, RootContent, Table, TableCell, TableRow } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'

/** The name under which MyST's `list-table` comes to the tree. */
export const LIST_TABLE = 'list-table'

/** MyST's tables written as lists of lists, as tables; where a cell holds more than a paragraph, the list stays. Changes the tree. */
export function withListTables(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    if (!parent.children.some(isListTable)) return
    parent.children = parent.children.flatMap((child): RootContent[] =>
      isListTable(child) ? unwrapped(child) : [child],
    )
  })
}

function isListTable(node: RootContent): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === LIST_TABLE
}

function unwrapped({ children }: ContainerDirective): RootContent[] {
  return children.map((child) => (child.type === 'list' ? (tableOf(child) ?? child) : child))
}

function tableOf(list: List): Table | undefined {
  const rows = list.children.map(rowOf)
  if (!rows.every((row) => row !== undefined)) return undefined
  return { type: 'table', align: [], children: rows as TableRow[], position: list.position }
}

function rowOf(item: ListItem): TableRow | undefined {
  const [cells, ...others] = item.children
  if (cells?.type !== 'list' || others.length > 0) return undefined
  const row = cells.children.map((cell): TableCell | undefined => {
    const [text, ...more] = cell.children
    if (more.length > 0 || (text && text.type !== 'paragraph')) return undefined
    return {
      type: 'tableCell',
      children: text?.type === 'paragraph' ? text.children : [],
      position: cell.position,
    }
  })
  if (!row.every((cell) => cell !== undefined)) return undefined
  return { type: 'tableRow', children: row as TableCell[], position: item.position }
}
