import { literalLines } from './literal-lines.js'

/** What a line of Markdown is, as far as it can be told without parsing. */
export type LineKind = 'prose' | 'code' | 'comment'

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)(?=\S)/

/**
 * Tells of each line whether it stands in code (fenced, with its fences, or indented), in an HTML comment, or is prose.
 * One walk, line by line.
 * @param hasIndentedCode false for MDX, which indents what it likes
 */
export function lineKinds(text: readonly string[], hasIndentedCode = true): readonly LineKind[] {
  const literal = literalLines()
  let isAfterBlank = true
  let isInCode = false
  /** Column at which the text of the innermost list item stands; 0 outside of lists. */
  let itemColumn = 0
  return text.map((line): LineKind => {
    const kind = literal(line)
    if (kind === 'code') isAfterBlank = isInCode = false
    if (kind !== undefined) return kind
    if (line.trim() === '') {
      isAfterBlank = true
      return isInCode ? 'code' : 'prose'
    }
    const indent = indentOf(line)
    const item = ITEM.exec(line)
    if (hasIndentedCode && indent >= itemColumn + 4 && (isInCode || isAfterBlank)) {
      isInCode = true
      return 'code'
    }
    if (item && indent < itemColumn + 4) itemColumn = indent + (item[0].length - (item[1] as string).length)
    else if (isAfterBlank && indent < 2) itemColumn = 0
    isInCode = isAfterBlank = false
    return 'prose'
  })
}

/** Width of a line's leading white space; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let width = 0
  for (const character of line) {
    if (character === ' ') width++
    else if (character === '\t') width += 4 - (width % 4)
    else break
  }
  return width
}
