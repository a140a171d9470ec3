import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { AlignType, RootContent, Table, TableCell } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { asBlocks, asPhrasing, isPhrasing } from './phrasing.js'
import type { Restore } from './restore.js'

interface Cell {
  readonly node: Element
  content: RootContent[]
}

/** A row with its cells in the columns where they stand; a cell that reaches further leaves those empty. */
interface Row {
  readonly node: Element
  readonly isHead: boolean
  readonly cells: (Cell | undefined)[]
}

/**
 * A table; one whose cells hold code or other blocks is read column by column where it has one row of them, and row by
 * row where it has more.
 */
export function table(state: State, node: Element, restore: Restore): RootContent[] {
  const { before, rows: bare } = partsOf(node)
  const outside = state.toFlow(
    before.flatMap((child) => [state.one(child, node) ?? []].flat() as RootContent[]),
  )
  const rows = placed(bare, state, restore)
  if (rows.length === 0) return outside
  const holdsBlocks = rows.some((row) => row.cells.some((cell) => cell && !isText(cell.content)))
  const isLayout = holdsBlocks || isArrangement(rows)
  return [...outside, ...(isLayout ? arranged(rows) : [tableOf(node, rows, state)])]
}

function partsOf(table: Element): { before: ElementContent[]; rows: { node: Element; isInHead: boolean }[] } {
  const before: ElementContent[] = []
  const rows: { node: Element; isInHead: boolean }[] = []
  const take = (parent: Element, isInHead: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'element' && /^t(head|body|foot)$/.test(child.tagName))
        take(child, child.tagName === 'thead')
      else if (child.type === 'element' && child.tagName === 'tr') rows.push({ node: child, isInHead })
      else if (!(child.type === 'element' && child.tagName.startsWith('col'))) before.push(child)
    }
  }
  take(table, false)
  return { before, rows }
}

// Cells; more is an attack, and its spans are passed over.
const MOST_COLUMNS = 100
const MOST_CELLS = 100_000

/** Cells in their columns, those that reach over several counted. */
function placed(
  bare: readonly { node: Element; isInHead: boolean }[],
  state: State,
  restore: Restore,
): Row[] {
  const taken = new Map<number, Set<number>>()
  const spans = bare.length * MOST_COLUMNS <= MOST_CELLS
  const rows = bare.map(({ node, isInHead }, index): Row => {
    const cells: (Cell | undefined)[] = []
    for (const child of node.children) {
      const isCell = child.type === 'element' && /^t[dh]$/.test(child.tagName)
      const content = restore.restore(
        (isCell ? state.all(child) : [state.one(child, node) ?? []].flat()) as RootContent[],
      )
      if (!isCell) {
        // What stands between two cells belongs to the one before.
        const last = cells.findLast((cell) => cell !== undefined)
        if (last) last.content.push(...content)
        else if (content.length > 0) cells.push({ node, content })
        continue
      }
      while (taken.get(index)?.has(cells.length)) cells.push(undefined)
      const column = cells.length
      cells.push({ node: child, content })
      if (!spans) continue
      const columns = spanOf(child, 'colSpan', MOST_COLUMNS - column)
      for (let more = 1; more < columns; more++) cells.push(undefined)
      for (
        let below = index + 1;
        below < Math.min(bare.length, index + spanOf(child, 'rowSpan', 1000));
        below++
      ) {
        const set = taken.get(below) ?? new Set()
        taken.set(below, set)
        for (let more = 0; more < columns; more++) set.add(column + more)
      }
    }
    const elements = node.children.filter((child): child is Element => child.type === 'element')
    const isHead =
      isInHead || (index === 0 && elements.length > 0 && elements.every((one) => one.tagName === 'th'))
    return { node, isHead, cells }
  })
  return rows.filter((row) => row.cells.some((cell) => cell && cell.content.length > 0))
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan', most: number): number {
  const span = Number(properties[name])
  return Number.isInteger(span) && span > 1 ? Math.min(span, Math.max(1, most)) : 1
}

/** Whether a cell can stand in a table as text: paragraphs, short lists, pictures. */
function isText(content: readonly RootContent[]): boolean {
  return content.every(
    (node) =>
      isPhrasing(node) ||
      node.type === 'paragraph' ||
      (node.type === 'list' && node.children.every((item) => isText(item.children))),
  )
}

/** One row of two or three cells that hold paragraphs: no table, but things side by side. */
function isArrangement(rows: readonly Row[]): boolean {
  const [only] = rows
  if (rows.length !== 1 || !only || only.isHead || only.cells.length > 3) return false
  return only.cells.some((cell) => cell?.content.some((node) => !isPhrasing(node)))
}

function tableOf(node: Element, rows: readonly Row[], state: State): Table {
  const hasHead = rows[0]?.isHead === true
  const width = Math.max(...rows.slice(0, 1000).map((row) => row.cells.length), 1)
  const empty: Table['children'][number] = { type: 'tableRow', children: [] }
  const result: Table = {
    type: 'table',
    align: Array.from({ length: width }, (_, column) => alignOf(rows, column)),
    children: [
      ...(hasHead ? [] : [empty]),
      ...rows.map((row) => {
        const made: Table['children'][number] = { type: 'tableRow', children: row.cells.map(cellOf) }
        state.patch(row.node, made)
        return made
      }),
    ],
  }
  state.patch(node, result)
  return result
}

function cellOf(cell: Cell | undefined): TableCell {
  return { type: 'tableCell', children: cell ? asPhrasing(cell.content) : [] }
}

function alignOf(rows: readonly Row[], column: number): AlignType {
  for (const { cells } of rows.slice(0, 5)) {
    const { align, style } = cells[column]?.node.properties ?? {}
    const said = String(align ?? /text-align\s*:\s*(\w+)/i.exec(String(style ?? ''))?.[1] ?? '').toLowerCase()
    if (said === 'left' || said === 'center' || said === 'right') return said
  }
  return null
}

// Lines of code that stand side by side on a slide, and characters of each.
const SHORT = 12
const NARROW = 44

/** Side by side where that fits on a slide; else one after the other under the heads of their columns. */
function arranged(rows: readonly Row[]): RootContent[] {
  const heads = rows[0]?.isHead ? rows[0].cells : []
  return rows.slice(heads.length > 0 ? 1 : 0).flatMap((row): RootContent[] => {
    const cells = row.cells.flatMap((cell, index): RootContent[][] => {
      if (!cell || cell.content.length === 0) return []
      return [[...labelOf(heads[index]), ...asBlocks(cell.content)]]
    })
    const fits = cells.length >= 2 && cells.length <= 3 && cells.flat().every(isSmall)
    if (!fits) return cells.flat()
    return [
      directive(
        'columns',
        cells.map((children) => directive('column', children)),
      ),
    ]
  })
}

function labelOf(head: Cell | undefined): RootContent[] {
  const children = head ? asPhrasing(head.content) : []
  if (children.length === 0) return []
  return [{ type: 'paragraph', children: [{ type: 'strong', children }] }]
}

function isSmall(node: RootContent): boolean {
  if (node.type === 'code') {
    const lines = node.value.split('\n')
    return lines.length <= SHORT && lines.every((line) => line.length <= NARROW)
  }
  return node.type === 'paragraph' || node.type === 'list'
}

function directive(name: string, children: readonly RootContent[]): ContainerDirective {
  return {
    type: 'containerDirective',
    name,
    attributes: {},
    children: [...children] as ContainerDirective['children'],
  }
}
