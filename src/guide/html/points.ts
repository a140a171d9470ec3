import type { Html } from 'mdast'
import type { Point } from 'unist'

/**
 * Where in the guide an offset into an HTML node's text lies. Containers (quotations, lists) take the indentation off
 * a node's lines: what is missing is found in the guide's own lines.
 */
export function pointsIn(source: string): (node: Html, offset: number) => Point {
  const lines = source.split(/\r?\n/)
  const starts = new WeakMap<Html, readonly number[]>()
  return (node, offset) => {
    const start = node.position?.start
    if (!start) return { line: 1, column: 1 }
    const known = starts.get(node) ?? lineStarts(node.value)
    starts.set(node, known)
    const index = lineAt(known, offset)
    const from = known[index] ?? 0
    if (index === 0) return { line: start.line, column: start.column + offset }
    const line = start.line + index
    const own = node.value.slice(from, (known[index + 1] ?? node.value.length + 1) - 1).replace(/\r$/, '')
    const whole = lines[line - 1] ?? ''
    const indented = whole.endsWith(own) ? whole.length - own.length : 0
    return { line, column: offset - from + indented + 1 }
  }
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
