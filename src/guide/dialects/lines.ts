import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A text in lines that remember where in the source they stood, however many were put between them. */
export interface Lines {
  readonly text: readonly string[]
  /** 1-based line of the source, one for each of `text`. */
  readonly at: readonly number[]
}

/** Lines as they stand in the source. */
export function sourceLines(text: readonly string[]): Lines {
  return { text, at: text.map((_, index) => index + 1) }
}

/** Gathers lines, each with the line of the source that it is from. */
export function lineWriter() {
  const text: string[] = []
  const at: number[] = []
  return {
    put(line: string, from: number): void {
      text.push(line)
      at.push(from)
    },
    lines: (): Lines => ({ text, at }),
  }
}

/** Sets every node's place to the lines of the source. */
export function renumber(root: Root, { at }: Lines): void {
  if (at.every((line, index) => line === index + 1)) return
  const last = at.at(-1) ?? 1
  visit(root, (node) => {
    if (!node.position) return
    const { start, end } = node.position
    node.position = {
      start: { ...start, line: at[start.line - 1] ?? last },
      end: { ...end, line: at[end.line - 1] ?? last },
    }
  })
}
