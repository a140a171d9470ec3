import type { Delete, Html, Parent, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

const MARK = /(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])/g
const SUPERSCRIPT = /\^([^\s^[\]]{1,40})\^/g
const INSERTED = /\^\^(?=\S)([^^\n]*\S)\^\^/g
const KEYS = /\+\+(?=[\w"])([\w-]+(?:\+[\w-]+)*)\+\+/g

/** Whose Markdown it is, where it has marks of its own. */
export type Flavour = 'pandoc' | 'mkdocs' | undefined

/**
 * Marked words (`==so==`) and, in Pandoc's Markdown, what stands above and below the line (`x^2^`, `H~2~O`); in MkDocs'
 * also what was inserted (`^^so^^`) and keys (`++ctrl+c++`). All become HTML. Changes the tree.
 */
export function withMarks(root: Root, flavour: Flavour): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    const children = parent.children as PhrasingContent[]
    if (!children.some((child) => isAffected(child, flavour))) return
    parent.children = children.flatMap((child) => {
      if (child.type === 'text') return inText(child, flavour)
      return flavour && child.type === 'delete' && isSubscript(child)
        ? [html('<sub>'), ...child.children, html('</sub>')]
        : [child]
    })
  })
}

function isAffected(node: PhrasingContent, flavour: Flavour): boolean {
  if (node.type === 'text')
    return node.value.includes('==') || (flavour !== undefined && /\^|\+\+/.test(node.value))
  return flavour !== undefined && node.type === 'delete'
}

/** One tilde at either side, and no blank between them. */
function isSubscript({ position, children }: Delete): boolean {
  const first = children[0]?.position?.start
  if (/\s/.test(toString(children))) return false
  return first !== undefined && position !== undefined && first.column - position.start.column === 1
}

function inText(node: Text, flavour: Flavour): PhrasingContent[] {
  const patterns: readonly (readonly [RegExp, string])[] = [
    [MARK, 'mark'],
    ...(flavour === 'mkdocs'
      ? ([
          [INSERTED, 'ins'],
          [KEYS, 'kbd'],
        ] as const)
      : []),
    ...(flavour ? ([[SUPERSCRIPT, 'sup']] as const) : []),
  ]
  return patterns.reduce<PhrasingContent[]>(
    (parts, [pattern, tag]) =>
      parts.flatMap((part) => (part.type === 'text' ? between(part, pattern, tag) : [part])),
    [node],
  )
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
