import type { Nodes, Parents, Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Finding, Place } from '../../finding/index.js'
import { explainAbbreviations } from './abbreviations.js'
import { placeAnchors } from './anchors.js'
import { hideComments } from './comments.js'
import { asBlocks, asPhrasing, isPhrasing } from './phrasing.js'
import { pointsIn } from './points.js'
import { joinRun, type RunContext } from './run.js'
import { createTally } from './tally.js'

export interface ResolvedHtml {
  /** Of HTML only tags of running text are left, each of our own making and closed among its siblings. */
  readonly root: Root
  readonly findings: readonly Finding[]
}

const PHRASING_PARENTS = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

/**
 * Takes the HTML of a guide as structure: whole elements become Markdown nodes wherever they open and close among
 * their siblings, and what a guide cannot hold goes. Names of places (`<a name>`, any `id`) go to their blocks as
 * `data.anchors`.
 * @param source the guide's text, for columns in containers that indent
 */
export async function resolveHtml(root: Root, source: string, file: string): Promise<ResolvedHtml> {
  const tally = createTally()
  const lines = source.split(/\r?\n/)
  const place = ({ line, column }: Point): Place => ({ file, line, column })
  const shown = source.includes('<!--')
    ? hideComments(root, lines, tally, ({ position }) => place(position?.start ?? { line: 1, column: 1 }))
    : root
  const closed = new Set<string>()
  if (!readClosed(shown, closed)) return { root: shown, findings: tally.findings() }
  const { convertRun } = await import('./convert.js')
  const context: RunContext = {
    tally,
    closed,
    pointIn: pointsIn(lines),
    placeOf: place,
  }

  function resolved<Kind extends Parents>(node: Kind): Kind {
    if (isAuthored(node)) return node
    const isFlow = !PHRASING_PARENTS.has(node.type)
    const inner = (node.children as RootContent[]).flatMap((child): RootContent[] => {
      const whole = 'children' in child ? resolved(child) : child
      return whole.type === 'paragraph' && !whole.children.every(isPhrasing)
        ? asBlocks(whole.children)
        : [whole]
    })
    const nodes = inner.some(({ type }) => type === 'html')
      ? convertRun(joinRun(inner, isFlow, context), isFlow)
      : inner
    const mayHoldBlocks = isFlow || (node.type === 'paragraph' && !isLabel(node))
    return { ...node, children: mayHoldBlocks ? nodes : asPhrasing(nodes) }
  }

  return { root: explainAbbreviations(placeAnchors(resolved(shown))), findings: tally.findings() }
}

/** The author's own slide is Markdown for Marp, which has rules of its own for HTML. */
function isAuthored(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'slide'
}

function isLabel(node: Nodes): boolean {
  return (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true
}

/** Gathers the names of all closing tags. @returns whether there is any HTML */
function readClosed(node: Nodes, closed: Set<string>): boolean {
  if (node.type === 'html') {
    for (const [, name = ''] of node.value.matchAll(/<\/([A-Za-z][^\s/>]*)/g)) closed.add(name)
    return true
  }
  if (!('children' in node)) return false
  let isThere = false
  for (const child of node.children) isThere = readClosed(child, closed) || isThere
  return isThere
}
