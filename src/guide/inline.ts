import type {
  Definition,
  FootnoteReference,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  PhrasingContent,
} from 'mdast'
import { toString } from 'mdast-util-to-string'
import { leadingAttributes, type Attributes } from './attributes.js'
import type { Inline } from './model.js'

/** Tags of running text that mean something on a slide and on paper alike; their attributes are dropped. */
const KEPT_TAGS = new Set('br kbd sub sup mark abbr del ins small u q cite bdi dfn samp var'.split(' '))

export interface InlineContext {
  readonly definition: (identifier: string) => Definition | undefined
  readonly footnote: (reference: FootnoteReference) => boolean
  readonly picture: (image: Image) => void
  readonly removed: (tag: string, node: Html) => void
}

/**
 * Running text ready for every artefact: references resolved, attributes behind links and pictures read
 * (`{qr}` becomes `data.qr`), HTML reduced to an allow-list, comments gone.
 */
export function inlines(nodes: readonly PhrasingContent[], context: InlineContext): readonly Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type === 'text' && before && (before.type === 'link' || before.type === 'image')) {
      const { text, attributes } = leadingAttributes(node.value)
      if (attributes) applyAttributes(before, attributes)
      if (text) result.push({ ...node, value: text })
      continue
    }
    result.push(...one(node, context))
  }
  for (const node of result) if (node.type === 'image') context.picture(node)
  return merge(result)
}

function one(node: PhrasingContent, context: InlineContext): readonly Inline[] {
  switch (node.type) {
    case 'html':
      return html(node, context)
    case 'linkReference':
      return linkReference(node, context)
    case 'imageReference':
      return imageReference(node, context)
    case 'footnoteReference':
      return context.footnote(node)
        ? [node]
        : [{ type: 'text', value: `[^${node.label ?? node.identifier}]` }]
    case 'image':
      return [{ ...node }]
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return [{ ...node, children: inlines(node.children, context) } as Inline]
    default:
      return [node]
  }
}

function linkReference(node: LinkReference, context: InlineContext): readonly Inline[] {
  const definition = context.definition(node.identifier)
  const children = inlines(node.children, context)
  if (!definition) return [{ type: 'text', value: '[' }, ...children, { type: 'text', value: ']' }]
  const link = { type: 'link', url: definition.url, children, position: node.position } as Link
  return [link]
}

function imageReference(node: ImageReference, context: InlineContext): readonly Inline[] {
  const definition = context.definition(node.identifier)
  if (!definition) return [{ type: 'text', value: `![${node.alt ?? ''}]` }]
  const { url, title } = definition
  return [{ type: 'image', url, alt: node.alt ?? '', title: title ?? null, position: node.position } as Image]
}

function applyAttributes(node: Link | Image, attributes: Attributes): void {
  if (node.type === 'link' && attributes.values.has('qr'))
    node.data = { ...node.data, qr: true } as Link['data']
  if (node.type === 'image') {
    const alt = attributes.values.get('alt')
    if (alt && !node.alt) node.alt = alt
  }
}

function html(node: Html, context: InlineContext): readonly Inline[] {
  if (node.value.startsWith('<!') || node.value.startsWith('<?')) return []
  const match = /^<(\/?)([A-Za-z][\w-]*)([^]*?)(\/?)>$/.exec(node.value)
  if (!match) return []
  const [, slash, name = '', rest = ''] = match
  const tag = name.toLowerCase()
  if (KEPT_TAGS.has(tag)) return [{ ...node, value: `<${slash}${tag}>` }]
  if (tag === 'img') {
    const value = (key: string) =>
      new RegExp(`\\b${key}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(rest)
    const pick = (key: string) =>
      value(key)
        ?.slice(2)
        .find((found) => found !== undefined) ?? ''
    const url = pick('src')
    if (url)
      return [
        {
          type: 'image',
          url,
          alt: pick('alt'),
          title: pick('title') || null,
          position: node.position,
        } as Image,
      ]
  }
  if (tag !== 'span' && tag !== 'a' && tag !== 'font' && tag !== 'b' && tag !== 'i')
    context.removed(tag, node)
  return []
}

/** Neighbouring texts as one, so that words that HTML had cut are whole again. */
function merge(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type === 'text' && before?.type === 'text') {
      result[result.length - 1] = { ...before, value: before.value + node.value }
    } else result.push(node)
  }
  return result
}

/** The words of running text, as a reader sees them; pictures, HTML and footnote marks have none. */
export function plainText(nodes: readonly Inline[]): string {
  return toString(nodes as PhrasingContent[], { includeImageAlt: false, includeHtml: false })
    .replace(/\s+/g, ' ')
    .trim()
}
