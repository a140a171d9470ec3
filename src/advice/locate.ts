import type { Place } from '../finding/index.js'

/** The place of a text inside of a block's; the block's own where marks stand between its letters. */
export function locate(text: string, within: Place, lines: readonly string[]): Place {
  const last = within.endLine ?? within.line
  for (let line = within.line; line <= last; line++) {
    const from = line === within.line ? within.column - 1 : 0
    const at = lines[line - 1]?.indexOf(text, from) ?? -1
    if (at >= 0)
      return { file: within.file, line, column: at + 1, endLine: line, endColumn: at + 1 + text.length }
  }
  return within
}
