import type { Html, Nodes, RootContent } from 'mdast'
import { carriedBy, type Mark } from './placeholders.js'

/** Puts the guide's Markdown back for what stood in for it, and our marks as tags. */
export interface Restore {
  readonly restore: (nodes: readonly RootContent[]) => RootContent[]
  /** The Markdown that was never put back. */
  readonly missing: () => readonly RootContent[]
}

export function createRestore(markdown: readonly RootContent[]): Restore {
  const left = new Set(markdown)
  const restore = (nodes: readonly RootContent[]): RootContent[] => nodes.flatMap(one)

  function one(node: RootContent): RootContent[] {
    const { standIn, mark, anchor } = carriedBy(node)
    if (standIn !== undefined) {
      const found = markdown[standIn]
      // A converter that copies a node would print it twice.
      return found && left.delete(found) ? [found] : []
    }
    if (anchor !== undefined) return [anchorNode(anchor)]
    if (left.has(node) || !('children' in node)) return [node]
    const children = restore(node.children as RootContent[])
    if (mark) return [opening(mark, node), ...children, tag(`</${mark.tag}>`, node)]
    return [{ ...node, children, ...positionOf(node, children) } as RootContent]
  }

  return { restore, missing: () => [...left] }
}

/** Its own place, or where its content begins. */
function positionOf(node: RootContent, children: readonly RootContent[]): Pick<RootContent, 'position'> {
  const position = node.position ?? children.find((child) => child.position)?.position
  return position ? { position } : {}
}

/** The name of a place, until its block takes it. */
function anchorNode(anchor: string): Html {
  return { type: 'html', value: '', data: { anchor } as Html['data'] }
}

function opening(mark: Mark, node: Nodes): Html {
  const { title } = mark.attributes
  const html = tag(openingTag(mark), node)
  return mark.tag === 'abbr' && title ? { ...html, data: { meaning: title } as Html['data'] } : html
}

function tag(value: string, { position }: Nodes): Html {
  return { type: 'html', value, ...(position ? { position } : {}) }
}

function openingTag({ tag: name, attributes }: Mark): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
  return `<${name}${written.join('')}>`
}

function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
