import type { Comment, Element, Nodes as HastNodes, Root as HastRoot } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Nodes, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { handlers } from './handlers.js'
import { anchor, standIn } from './placeholders.js'
import { createRestore } from './restore.js'
import type { Run } from './run.js'

/** Siblings with HTML among them as Markdown nodes, in order; nothing of the Markdown is lost. */
export function convertRun(run: Run, isFlow: boolean): readonly RootContent[] {
  const tree = fromHtml(run.html, { fragment: true })
  const markdown = prepare(tree, run)
  const restored = createRestore(markdown)
  const result = toMdast(tree, {
    document: isFlow,
    handlers: handlers(restored),
    nodeHandlers: { comment: (_, comment: Comment) => placeholder(comment, isFlow) as never },
  })
  const nodes = restored.restore(result.type === 'root' ? result.children : [result as RootContent])
  // What a parser's rules for broken HTML have swallowed stands at the end rather than nowhere.
  return [...nodes, ...restored.missing()]
}

/** Gives the tree the guide's own places, and names its anchors. @returns the Markdown that comments stand for */
function prepare(tree: HastRoot, run: Run): readonly RootContent[] {
  const markdown: RootContent[] = []
  const anchored: { parent: HastRoot | Element; element: Element; names: readonly string[] }[] = []
  visit(tree, (node: HastNodes, _, parent) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (node.type === 'comment') {
      const found = start === undefined ? undefined : run.standIns.get(start)
      if (found) node.data = { ...node.data, standIn: markdown.push(found) - 1 } as Comment['data']
    }
    if (node.type === 'element') {
      const { id, name } = node.properties
      const names = [id, node.tagName === 'a' ? name : undefined].flatMap((one) => (one ? [String(one)] : []))
      if (names.length > 0 && parent) {
        anchored.push({ parent: parent as Element, element: node, names })
      }
    }
    if (node.type === 'root' || start === undefined || end === undefined) delete node.position
    else node.position = { start: run.pointAt(start), end: run.pointAt(end) }
  })
  for (const { parent, element, names } of anchored) {
    const comments = names.map((value): Comment => ({
      type: 'comment',
      value,
      data: { anchor: value } as Comment['data'],
    }))
    if (INSIDE.test(element.tagName)) element.children.unshift(...comments)
    else parent.children.splice(parent.children.indexOf(element), 0, ...comments)
  }
  return markdown
}

/** Elements beside which nothing may stand. */
const INSIDE = /^(t[dhr]|li|d[dt]|summary|figcaption|caption|h[1-6])$/

function placeholder(comment: Comment, isFlow: boolean): Nodes | undefined {
  const data = comment.data as { standIn?: number; anchor?: string } | undefined
  if (data?.standIn !== undefined) return standIn(data.standIn, isFlow)
  return data?.anchor === undefined ? undefined : anchor(data.anchor)
}
