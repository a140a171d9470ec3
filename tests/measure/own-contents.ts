import type { Token } from 'markdown-it'

/**
 * The tokens of a guide's own table of contents, and of what stands over it: a list of three links or more within the
 * guide, and nothing else. Ours takes its place, so that its words need only stand somewhere, as headings do.
 */
export function ownContents(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>()
  for (let index = 0; index < tokens.length; index++) {
    const open = tokens[index] as Token
    if (open.level !== 0 || !/^(?:bullet|ordered)_list_open$/.test(open.type)) continue
    let end = index + 1
    while (end < tokens.length && (tokens[end] as Token).level !== 0) end++
    const inner = tokens.slice(index + 1, end)
    const lines = inner.filter(({ type }) => type === 'inline')
    const isList = inner.every(({ type }) =>
      /^(?:inline|paragraph_|list_item_|bullet_list_|ordered_list_)/.test(type),
    )
    if (isList && lines.length >= 3 && lines.every(isInnerLink)) {
      for (const line of lines) found.add(line)
      const over = tokens[index - 2]
      if (over?.type === 'inline') found.add(over)
    }
    index = end
  }
  return found
}

function isInnerLink({ children }: Token): boolean {
  const said = (children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '')
  const [first] = said
  return (
    first?.type === 'link_open' &&
    first.attrGet('href')?.startsWith('#') === true &&
    said.at(-1)?.type === 'link_close' &&
    said.filter(({ type }) => type === 'link_open').length === 1
  )
}

/** A line of a table of contents in HTML: a link within the guide, and no word beside it. */
export function isContentsLine(html: string): boolean {
  return /^\s*(?:<li>\s*)?<a\s[^>]*href="#[^"]*"[^>]*>[^<]*<\/a>\s*(?:<\/li>)?\s*$/.test(html)
}
