import type { Text } from 'mdast'
import { finding, type Finding, type Place } from '../finding/index.js'

/** A mark at the end of a word, as references stand; one after a blank may be a regular expression's. */
const MARK = /(?<=[\p{L}\p{N}\p{P}])\[\^([^\s[\]^]{1,60})\]/gu

export interface FootnoteMarks {
  /** Hears of a text. */
  look(node: Text): void
  /** A finding for each label whose footnote is not written, at its first mark. */
  findings(): readonly Finding[]
}

/**
 * Looks for marks of footnotes that are not written: Markdown takes them as text.
 * @param sourceLine a line of the source, which still has its backslashes
 */
export function createFootnoteMarks(file: string, sourceLine: (line: number) => string): FootnoteMarks {
  const missing = new Map<string, { readonly place: Place; count: number }>()
  return {
    look(node) {
      if (!node.value.includes('[^')) return
      for (const { 0: mark, 1: label = '' } of node.value.matchAll(MARK)) {
        const known = missing.get(label)
        const place = known?.place ?? placeOf(mark, node, file, sourceLine)
        if (known) known.count++
        else if (place) missing.set(label, { place, count: 1 })
      }
    },
    findings: () =>
      [...missing].map(([label, { place, count }]) => finding('footnote-missing', { label, count }, place)),
  }
}

/** Undefined where a backslash says that it is no mark. */
function placeOf(
  mark: string,
  { position }: Text,
  file: string,
  sourceLine: (line: number) => string,
): Place | undefined {
  if (!position) return undefined
  for (let { line } = position.start; line <= position.end.line; line++) {
    const from = line === position.start.line ? position.start.column - 1 : 0
    const at = sourceLine(line).indexOf(mark, from)
    if (at > 0 && sourceLine(line)[at - 1] === '\\') return undefined
    if (at >= 0) return { file, line, column: at + 1, endLine: line, endColumn: at + 1 + mark.length }
  }
  return undefined
}
