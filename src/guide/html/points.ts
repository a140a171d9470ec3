import type { Html } from 'mdast'
import type { Point } from 'unist'

/**
 * Where in the guide an offset into an HTML node's text lies. Containers (quotations, lists) take the indentation off
 * a node's lines: what is missing is found in the guide's own lines.
 */
export function pointsIn(lines: readonly string[]): (node: Html, offset: number) => Point {
  const known = new WeakMap<Html, Measured>()
  return (node, offset) => {
    const start = node.position?.start
    if (!start) return { line: 1, column: 1 }
    const measured = known.get(node) ?? { starts: lineStarts(node.value), indents: [] }
    known.set(node, measured)
    const { starts, indents } = measured
    const index = lineAt(starts, offset)
    const from = starts[index] ?? 0
    if (index === 0) return { line: start.line, column: start.column + offset }
    const line = start.line + index
    const own = (): string =>
      node.value.slice(from, (starts[index + 1] ?? node.value.length + 1) - 1).replace(/\r$/, '')
    const indent = (indents[index] ??= indentOf(lines[line - 1] ?? '', own()))
    return { line, column: offset - from + indent + 1 }
  }
}

/** Of one node's text: where its lines begin, and how far each is indented in the guide. */
interface Measured {
  readonly starts: readonly number[]
  readonly indents: number[]
}

function indentOf(whole: string, own: string): number {
  return whole.endsWith(own) ? whole.length - own.length : 0
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
