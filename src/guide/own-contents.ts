import type { Link, List, Nodes, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'

/** Fewer links are a paragraph's worth, not a table of contents. */
const FEWEST = 3

/** Links that are looked for within titles, too, and not only as a title whole. */
const FEW = 500

export interface OwnContents {
  readonly nodes: readonly RootContent[]
  /** What stood over the guide's own table of contents. */
  readonly title?: string
}

/**
 * A guide's own table of contents is left out, with its heading: the agenda and the handout's first page make theirs,
 * with minutes and pages, under its title. It is a list of links to headings of this guide, each in the words of a
 * heading, and nothing else. One whose words are mostly those of headings stays on paper, and one that says more stays.
 */
export function withoutOwnContents(nodes: readonly RootContent[]): OwnContents {
  if (!nodes.some((node) => node.type === 'list' && isFragment(firstLink(node)))) return { nodes }
  const titles = nodes.flatMap((node) => (node.type === 'heading' ? wordsOf(toString(node)) : []))
  const whole = new Set(titles)
  const together = titles.join('\n')
  const share = (links: readonly Link[]): number => {
    const words = links.map((link) => wordsOf(toString(link)))
    const isKnown = (one: string) => whole.has(one) || (links.length <= FEW && together.includes(one))
    return words.filter(isKnown).length / words.length
  }
  const gone = new Set<RootContent>()
  const onPaper = new Map<RootContent, RootContent>()
  let title: string | undefined
  for (const [index, node] of nodes.entries()) {
    const links = node.type === 'list' ? linksOf(node) : undefined
    if (!links || links.length < FEWEST || !links.every(isFragment)) continue
    const known = share(links)
    if (known === 1) {
      gone.add(node)
      const before = nodes[index - 1]
      if (!before || !isItsTitle(before, nodes[index + 1])) continue
      gone.add(before)
      title ??= toString(before)
        .replace(/\s*\{[^{}]*\}\s*$/, '')
        .trim()
    } else if (known >= 0.7) onPaper.set(node, paperOnly(node as List))
  }
  if (gone.size === 0 && onPaper.size === 0) return { nodes }
  const kept = nodes.filter((node) => !gone.has(node)).map((node) => onPaper.get(node) ?? node)
  return { nodes: kept, ...(title ? { title } : {}) }
}

function paperOnly(list: List): ContainerDirective {
  return {
    type: 'containerDirective',
    name: 'handout',
    attributes: {},
    children: [list],
    position: list.position,
  }
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
