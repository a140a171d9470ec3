import type { Delete, Html, Parent, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

const MARK = /(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])/g
const SUPERSCRIPT = /\^([^\s^[\]]{1,40})\^/g

/**
 * Marked words (`==so==`) and, in Pandoc's Markdown, what stands above and below the line (`x^2^`, `H~2~O`), as HTML.
 * Changes the tree.
 */
export function withMarks(root: Root, isPandoc: boolean): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    const children = parent.children as PhrasingContent[]
    if (!children.some((child) => isAffected(child, isPandoc))) return
    parent.children = children.flatMap((child) => {
      if (child.type === 'text') return inText(child, isPandoc)
      return isPandoc && child.type === 'delete' && isSubscript(child)
        ? [html('<sub>'), ...child.children, html('</sub>')]
        : [child]
    })
  })
}

function isAffected(node: PhrasingContent, isPandoc: boolean): boolean {
  if (node.type === 'text') return node.value.includes('==') || (isPandoc && node.value.includes('^'))
  return isPandoc && node.type === 'delete'
}

/** One tilde at either side, and no blank between them. */
function isSubscript({ position, children }: Delete): boolean {
  const first = children[0]?.position?.start
  if (/\s/.test(toString(children))) return false
  return first !== undefined && position !== undefined && first.column - position.start.column === 1
}

function inText(node: Text, isPandoc: boolean): PhrasingContent[] {
  const marked = between(node, MARK, 'mark')
  return isPandoc
    ? marked.flatMap((part) => (part.type === 'text' ? between(part, SUPERSCRIPT, 'sup') : [part]))
    : marked
}

function between(node: Text, pattern: RegExp, tag: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let copied = 0
  for (const match of node.value.matchAll(pattern)) {
    if (match.index > copied) parts.push({ ...node, value: node.value.slice(copied, match.index) })
    parts.push(html(`<${tag}>`), { ...node, value: match[1] as string }, html(`</${tag}>`))
    copied = match.index + match[0].length
  }
  if (copied === 0) return [node]
  if (copied < node.value.length) parts.push({ ...node, value: node.value.slice(copied) })
  return parts
}

function html(value: string): Html {
  return { type: 'html', value }
}
