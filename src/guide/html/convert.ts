import { fromHtml } from 'hast-util-from-html'
import { toMdast, type NodeHandle } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import { handlers } from './handlers.js'
import { normalise, type Placeholder } from './normalise.js'
import { anchor, standIn } from './placeholders.js'
import { createRestore } from './restore.js'
import type { Run } from './run.js'

/** Siblings with HTML among them as Markdown nodes, in order; nothing of the Markdown is lost. */
export function convertRun(run: Run, isFlow: boolean): readonly RootContent[] {
  const markdown = [...run.standIns.values()]
  const indexes = new Map([...run.standIns.keys()].map((offset, index) => [offset, index]))
  const tree = normalise(fromHtml(run.html, { fragment: true }), {
    markdownAt: (offset) => indexes.get(offset),
    pointAt: run.pointAt,
  })
  const restored = createRestore(markdown)
  const ours: NodeHandle = (_, { index, name }: Placeholder) =>
    index === undefined ? anchor(name ?? '') : standIn(index, isFlow)
  const result = toMdast(tree, {
    document: isFlow,
    handlers: handlers(restored),
    nodeHandlers: { markdown: ours, anchor: ours },
  })
  const nodes = restored.restore(result.type === 'root' ? result.children : [result as RootContent])
  // What a parser's rules for broken HTML have swallowed stands at the end rather than nowhere.
  return [...nodes, ...restored.missing()]
}
