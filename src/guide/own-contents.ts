import type { Heading, Link, List, Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** Fewer links are a paragraph's worth, not a table of contents. */
const FEWEST = 3

/**
 * A guide's own table of contents is left out, with its heading: the agenda and the handout's first page make theirs,
 * with minutes and pages. It is a list of links to headings of this guide, each with the words of a heading, and
 * nothing else; what says more stays.
 */
export function withoutOwnContents(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some((node) => node.type === 'list' && isFragment(firstLink(node)))) return nodes
  const titles = new Set(
    nodes
      .filter((node): node is Heading => node.type === 'heading')
      .map((heading) => wordsOf(toString(heading))),
  )
  const gone = new Set<RootContent>()
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'list' || !isContents(node, titles)) continue
    gone.add(node)
    const before = nodes[index - 1]
    if (before && isItsTitle(before, nodes[index + 1])) gone.add(before)
  }
  return gone.size === 0 ? nodes : nodes.filter((node) => !gone.has(node))
}

function isContents(list: List, titles: ReadonlySet<string>): boolean {
  const links = linksOf(list)
  if (!links || links.length < FEWEST) return false
  return links.every((link) => isFragment(link) && titles.has(wordsOf(toString(link))))
}

/** The links of a list, where it holds nothing else at any depth. */
function linksOf(list: List): readonly Link[] | undefined {
  const links: Link[] = []
  for (const item of list.children) {
    for (const block of item.children) {
      if (block.type === 'list') {
        const inner = linksOf(block)
        if (!inner) return undefined
        links.push(...inner)
      } else if (block.type === 'paragraph') {
        const marked = block.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
        if (marked.length !== 1 || marked[0]?.type !== 'link') return undefined
        links.push(marked[0])
      } else return undefined
    }
  }
  return links
}

function firstLink(node: Nodes): Link | undefined {
  if (node.type === 'link') return node
  return 'children' in node && node.children[0] ? firstLink(node.children[0]) : undefined
}

function isFragment(link: Link | undefined): boolean {
  return link !== undefined && link.url.startsWith('#')
}

/** The heading above it, where nothing else stands under that; or a line in bold that ends with no sentence. */
function isItsTitle(before: RootContent, next: RootContent | undefined): boolean {
  if (before.type === 'heading')
    return (
      before.depth > 1 &&
      (!next || (next.type === 'heading' && next.depth <= before.depth) || next.type === 'thematicBreak')
    )
  return (
    before.type === 'paragraph' &&
    before.children.length === 1 &&
    before.children[0]?.type === 'strong' &&
    toString(before).length <= 40
  )
}

/** Letters and digits alone, without the number in front. */
function wordsOf(text: string): string {
  return text
    .replace(/\s*\{[^{}]*\}\s*$/, '')
    .replace(/^\s*(?:\d+[.)]?)+\s+/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
