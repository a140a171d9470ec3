import type { Blockquote, PhrasingContent } from 'mdast'
import { toneOf } from './dialects/index.js'
import type { Callout } from './model.js'

const ALERT = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*| class="[^"\n]*")?\][-+]?[ \t]*/

export interface Alert {
  readonly tone: Callout['tone']
  /** The words behind the mark on its line; Obsidian's titles. */
  readonly title: readonly PhrasingContent[]
  readonly content: Blockquote['children']
}

/** A quotation that begins with `[!NOTE]` and its like, as GitHub and Obsidian write boxes; undefined for any other. */
export function alertOf({ children }: Blockquote): Alert | undefined {
  const [first, ...others] = children
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined
  const mark = lead?.type === 'text' ? ALERT.exec(lead.value) : null
  if (!mark || first?.type !== 'paragraph' || lead?.type !== 'text') return undefined
  const inline = [{ ...lead, value: lead.value.slice(mark[0].length) }, ...first.children.slice(1)]
  const end = inline.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  )
  const tone = toneOf(mark[1] as string) ?? 'note'
  const filled = (nodes: PhrasingContent[]) =>
    nodes.filter((node) => node.type !== 'text' || node.value !== '')
  if (end < 0) return { tone, title: filled(inline), content: others }
  const last = inline[end] as PhrasingContent
  const [head = '', ...tail] = last.type === 'text' ? last.value.split('\n') : []
  const title = filled([...inline.slice(0, end), { type: 'text', value: head.trimEnd() }])
  const rest = filled([{ type: 'text', value: tail.join('\n') }, ...inline.slice(end + 1)])
  return { tone, title, content: [{ ...first, children: rest }, ...others] }
}
