import GithubSlugger from 'github-slugger'
import type { Heading, Link, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { finding, type Finding, type Place } from '../finding/index.js'
import { trailingAttributes } from './attributes.js'
import { anchorsOf } from './html/index.js'

/** Leads to the head of a page, which is no place of a guide. */
const TOP = /^(?:(?:.*-)?top)?$/i

/** A copy whose headings have the names that a Git forge gives them, in every depth, beside those of their own. */
export function withHeadingNames(root: Root, given: ReadonlySet<string>): Root {
  const slugger = new GithubSlugger()
  const named = <Kind extends Nodes>(node: Kind): Kind => {
    if (node.type === 'heading') return withName(node, slugger.slug(wordsOf(node)), given) as Kind
    return 'children' in node ? ({ ...node, children: node.children.map(named) } as Kind) : node
  }
  return named(root)
}

function wordsOf(heading: Heading): string {
  return trailingAttributes(toString(heading)).text.trim()
}

/** What an author named another heading is that heading's. */
function withName(heading: Heading, name: string, given: ReadonlySet<string>): Heading {
  if (given.has(name)) return heading
  return { ...heading, data: { ...heading.data, anchors: [...anchorsOf(heading), name] } as Heading['data'] }
}

export interface InnerLinks {
  readonly links: readonly Link[]
  /** The tree that the links stand in, with all names. */
  readonly root: Root
  /** Ids of the guide by the names that lead to them. */
  readonly anchors: ReadonlyMap<string, string>
  readonly hasId: (id: string) => boolean
  readonly placeOf: (link: Link) => Place
  readonly tell: (finding: Finding) => void
}

/**
 * Leads each link within the guide to the id of what it names. One whose target is not shown (the title, contents of
 * the author's own) loses its address and keeps its words; one that names nothing in the guide does so with a finding.
 */
export function settleInnerLinks({ links, root, anchors, hasId, placeOf, tell }: InnerLinks): void {
  const names = new Set<string>()
  visit(root, (node) => anchorsOf(node).forEach((name) => names.add(name)))
  const unknown = new Map<string, { readonly place: Place; count: number }>()
  for (const link of links) {
    const name = fragmentOf(link.url)
    const lower = name.toLowerCase()
    const id = anchors.get(name) ?? anchors.get(lower) ?? [name, lower].find(hasId)
    link.url = id === undefined ? '' : `#${id}`
    if (id !== undefined || TOP.test(name) || names.has(name) || names.has(lower)) continue
    const known = unknown.get(name) ?? { place: placeOf(link), count: 0 }
    unknown.set(name, { ...known, count: known.count + 1 })
  }
  for (const [name, { place, count }] of unknown) tell(finding('link-unknown', { name, count }, place))
}

function fragmentOf(url: string): string {
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1)
  }
}
