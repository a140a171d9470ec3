import type { Inline } from '../guide/index.js'

const VOID = new Set(['br', 'wbr'])

/** Tags that say something about the text, pass Marp's own allow-list and cannot break a slide's layout. */
const ALLOWED = new Set(
  'abbr b bdi bdo cite del i ins kbd mark q rp rt ruby s small span strong em sub sup u'
    .split(' ')
    .concat(...VOID),
)

const TAG = /^<(\/?)([a-z]+)((?:\s+(?:class|lang|dir|title)=(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?>$/i

interface Tag {
  readonly name: string
  readonly isClosing: boolean
}

/**
 * Indexes of the raw HTML nodes among siblings that may stay: known tags, each closed within the same text, since an
 * open one would run on over the slide.
 */
export function keptHtml(siblings: readonly Inline[]): ReadonlySet<number> {
  const kept = new Set<number>()
  const open: { readonly name: string; readonly index: number }[] = []
  siblings.forEach((node, index) => {
    const tag = node.type === 'html' ? readTag(node.value) : undefined
    if (!tag) return
    if (VOID.has(tag.name)) kept.add(index)
    else if (!tag.isClosing) open.push({ name: tag.name, index })
    else {
      const at = open.findLastIndex(({ name }) => name === tag.name)
      if (at < 0) return
      kept.add(index).add((open[at] as { index: number }).index)
      open.length = at
    }
  })
  return kept
}

function readTag(html: string): Tag | undefined {
  const [, slash, name = ''] = TAG.exec(html.trim()) ?? []
  const lower = name.toLowerCase()
  return ALLOWED.has(lower) ? { name: lower, isClosing: slash === '/' } : undefined
}
