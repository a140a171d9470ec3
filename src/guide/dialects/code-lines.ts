/** What a line of Markdown is, as far as it can be told without parsing. */
export type LineKind = 'prose' | 'code' | 'comment'

const MARK = /^(?:\s|>)*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})(.*)$/
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)(?=\S)/

/**
 * Tells of each line whether it stands in code (fenced, with its fences, or indented), in an HTML comment, or is prose.
 * One walk, line by line.
 * @param hasIndentedCode false for MDX, which indents what it likes
 */
export function lineKinds(text: readonly string[], hasIndentedCode = true): readonly LineKind[] {
  let fence = ''
  let comment = false
  let isAfterBlank = true
  let isInCode = false
  /** Column at which the text of the innermost list item stands; 0 outside of lists. */
  let itemColumn = 0
  return text.map((line): LineKind => {
    if (comment) {
      comment = !line.includes('-->')
      return 'comment'
    }
    const mark = MARK.exec(line)
    if (fence) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = ''
      return 'code'
    }
    if (mark && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))) {
      fence = mark[1] as string
      isAfterBlank = isInCode = false
      return 'code'
    }
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
    const start = line.lastIndexOf('<!--')
    comment = start >= 0 && !line.includes('-->', start)
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
