import type { Literal, Nodes, Parents, Root, RootContent } from 'mdast'
import type { Place } from '../../finding/index.js'
import { scan } from './scan.js'
import type { Tally } from './tally.js'

/** A node of words, and how a comment cuts it: undefined where nothing of it is left. */
type Cuts = Map<Nodes, string | undefined>

interface Opened {
  /** Of the text, before the comment. */
  readonly at: number
  readonly isHtml: boolean
}

/**
 * Hides what stands between `<!--` and `-->` where a blank line, which ends HTML in Markdown, lies between them: no
 * comment is ever shown. One that nothing closes is told, and hides nothing.
 * @param source lines of the guide, to tell `\<!--` from `<!--`
 */
export function hideComments(
  root: Root,
  source: readonly string[],
  tally: Tally,
  placeOf: (node: Nodes) => Place,
): Root {
  const leaves = leavesOf(root)
  const cuts: Cuts = new Map()
  let isRestOpen = false
  let openSection: number | undefined
  for (let index = 0; index < leaves.length; index++) {
    const leaf = leaves[index] as Leaf
    const opened = leaf.node.type === 'html' ? openedInHtml(leaf.value) : openedInText(leaf, source)
    if (!opened) continue
    const isHopeless = opened.isHtml ? isRestOpen : openSection === leaf.section
    const end = isHopeless ? undefined : closing(leaves, index + 1, opened.isHtml)
    if (end === undefined) {
      // Nor is there an end for what opens behind it.
      if (opened.isHtml) isRestOpen = true
      else openSection = leaf.section
      if (!opened.isHtml) tally.count('comment-text', '', placeOf(leaf.node))
      continue
    }
    cuts.set(leaf.node, leaf.value.slice(0, opened.at))
    for (let hidden = index + 1; hidden < end; hidden++) cuts.set((leaves[hidden] as Leaf).node, undefined)
    // What follows is looked at again: another one may open there.
    const last = leaves[end] as Leaf
    const value = last.value.slice(last.value.indexOf('-->') + 3)
    cuts.set(last.node, value)
    leaves[end] = { ...last, value }
    index = end - 1
  }
  return cuts.size > 0 ? (pruned(root, cuts) as Root) : root
}

interface Leaf {
  readonly node: Literal & Nodes
  /** What of it is not hidden. */
  readonly value: string
  readonly isProse: boolean
  /** Counts the headings before it. */
  readonly section: number
}

function leavesOf(root: Root): Leaf[] {
  const leaves: Leaf[] = []
  let section = 0
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') section++
    if ('children' in node) {
      if (node.type === 'containerDirective' && node.name === 'slide') return
      node.children.forEach(walk)
    } else if ('value' in node)
      leaves.push({ node, value: node.value, isProse: node.type === 'text', section })
  }
  walk(root)
  return leaves
}

function openedInHtml(html: string): Opened | undefined {
  if (!html.includes('<!--')) return undefined
  const last = scan(html).findLast(({ kind }) => kind !== 'text')
  return last?.kind === 'unclosed-comment' ? { at: last.start, isHtml: true } : undefined
}

function openedInText({ node, value, isProse }: Leaf, source: readonly string[]): Opened | undefined {
  const at = isProse ? value.lastIndexOf('<!--') : -1
  if (at < 0 || value.indexOf('-->', at) >= 0) return undefined
  const written = sourceOf(node, source)
  return /(?<!\\)<!--/.test(written) ? { at, isHtml: false } : undefined
}

function sourceOf({ position }: Nodes, source: readonly string[]): string {
  if (!position) return ''
  const { start, end } = position
  const lines = source.slice(start.line - 1, end.line)
  const last = lines.pop()?.slice(0, end.column - 1) ?? ''
  return [...lines, last].join('\n').slice(start.column - 1)
}

/**
 * Where a comment is closed. An arrow is written `-->` as well: behind the next heading only HTML's comments go on, and
 * only to one that ends a line or begins it.
 */
function closing(leaves: readonly Leaf[], from: number, isHtml: boolean): number | undefined {
  const section = leaves[from - 1]?.section
  for (let index = from; index < leaves.length; index++) {
    const { node, value, isProse, section: own } = leaves[index] as Leaf
    if (!isHtml && own !== section) return undefined
    if (!isProse && node.type !== 'html') continue
    if (own === section || !isProse ? value.includes('-->') : /^[ \t]*-->|-->[ \t]*$/m.test(value))
      return index
  }
  return undefined
}

function pruned(node: Nodes, cuts: Cuts): Nodes | undefined {
  if (cuts.has(node)) {
    const value = cuts.get(node)
    return value === undefined || value === '' ? undefined : ({ ...node, value } as Nodes)
  }
  if (!('children' in node)) return node
  const children = (node as Parents).children.flatMap(
    (child) => (pruned(child, cuts) as RootContent | undefined) ?? [],
  )
  const isGone =
    children.length === 0 && node.children.length > 0 && node.type !== 'root' && node.type !== 'tableCell'
  return isGone ? undefined : ({ ...node, children } as Nodes)
}
