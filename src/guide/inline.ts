import type {
  Definition,
  FootnoteReference,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Node,
  PhrasingContent,
  Text,
} from 'mdast'
import { leadingAttributes, type Attributes } from './attributes.js'
import type { Inline } from './model.js'
import { unsafeScheme } from './safe-links.js'

export interface InlineContext {
  readonly definition: (identifier: string) => Definition | undefined
  readonly footnote: (reference: FootnoteReference) => boolean
  /** Hears of text: a reference whose footnote is not written is text to Markdown. */
  readonly text: (node: Text) => void
  readonly picture: (image: Image) => void
  /** Receives links within the guide: where they lead is known once all blocks have their ids. */
  readonly inner: (link: Link) => void
  /** Told once a scheme. */
  readonly unsafe: (scheme: string, node: Node) => void
}

/**
 * Running text ready for every artefact: references resolved, attributes behind links and pictures read
 * (`{qr}` becomes `data.qr`).
 */
export function inlines(nodes: readonly PhrasingContent[], context: InlineContext): readonly Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type === 'text' && before && (before.type === 'link' || before.type === 'image')) {
      const { text, attributes } = leadingAttributes(node.value)
      if (attributes) applyAttributes(before, attributes)
      if (text) context.text(node)
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
      return [{ ...node, children: inlines(node.children, context) } as Inline]
    case 'link':
      return link(node, inlines(node.children, context), context)
    case 'text':
      context.text(node)
      return [node]
    default:
      return [node]
  }
}

function linkReference(node: LinkReference, context: InlineContext): readonly Inline[] {
  const definition = context.definition(node.identifier)
  const children = inlines(node.children, context)
  if (!definition) return [{ type: 'text', value: '[' }, ...children, { type: 'text', value: ']' }]
  return link(
    { type: 'link', url: definition.url, children: [], position: node.position } as Link,
    children,
    context,
  )
}

/** A link with its words; one that runs a program leaves these alone. */
function link(node: Link, children: readonly Inline[], context: InlineContext): readonly Inline[] {
  const unsafe = unsafeScheme(node.url)
  if (unsafe === undefined) {
    const whole = { ...node, children } as Link
    if (whole.url.startsWith('#')) context.inner(whole)
    return [whole]
  }
  context.unsafe(unsafe, node)
  return children
}

function imageReference(node: ImageReference, context: InlineContext): readonly Inline[] {
  const definition = context.definition(node.identifier)
  if (!definition) return [{ type: 'text', value: `![${node.alt ?? ''}]` }]
  const { url, title } = definition
  return [
    {
      type: 'image',
      url,
      alt: node.alt ?? '',
      title: title ?? null,
      position: node.position,
      data: node.data,
    } as Image,
  ]
}

function applyAttributes(node: Link | Image, attributes: Attributes): void {
  if (node.type === 'link' && attributes.values.has('qr'))
    node.data = { ...node.data, qr: true } as Link['data']
  if (node.type === 'image') {
    const alt = attributes.values.get('alt')
    if (alt && !node.alt) node.alt = alt
  }
}

/** Neighbouring texts as one, so that words that HTML had cut are whole again; several line breaks are one. */
function merge(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type === 'text' && before?.type === 'text') {
      result[result.length - 1] = { ...before, value: before.value + node.value }
    } else if (!(node.type === 'break' && isBreak(result))) result.push(node)
  }
  return result
}

function isBreak(nodes: readonly Inline[]): boolean {
  const last = nodes.findLast((node) => !(node.type === 'text' && node.value.trim() === ''))
  return last?.type === 'break'
}

/** The words of running text, as a reader sees them; pictures, HTML and footnote marks have none. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map(wordsOf).join('').replace(/\s+/g, ' ').trim()
}

function wordsOf(node: Inline): string {
  if (node.type === 'break') return ' '
  if (node.type === 'html') return ''
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}
