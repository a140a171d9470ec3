import type {
  BlockContent,
  Heading as HeadingNode,
  Image,
  ListItem as ListItemNode,
  PhrasingContent,
  Root,
  RootContent,
  Table as TableNode,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown'
import {
  plainText,
  type Block,
  type Guide,
  type Inline,
  type List,
  type ListItem,
  type Picture,
  type Table,
} from '../guide/index.js'
import type { Words } from '../words/index.js'
import { escapeHtml } from './html.js'
import { keptHtml } from './inline-html.js'
import { marpSafeAlt } from './marp-image.js'

/** What Markdown for a deck needs to know beside the blocks themselves. */
export interface MarkdownContext {
  readonly words: Words
  readonly assets: Guide['assets']
  readonly footnotes: Guide['footnotes']
  /** The number of the slide where an id stands; undefined where it is on none. */
  slideOf(id: string): number | undefined
}

/** Blocks as Markdown that Marp reads back as the same text: one top-level element a block, each in order. */
export function blocksToMarkdown(blocks: readonly Block[], context: MarkdownContext): string {
  return write({ type: 'root', children: nodes(blocks, context) as RootContent[] })
}

/** Running text as Markdown on one line. */
export function inlineToMarkdown(text: readonly Inline[], context: MarkdownContext): string {
  return write({
    type: 'root',
    children: [{ type: 'paragraph', children: onOneLine(inlines(text, context)) }],
  })
}

/** Plain text, escaped so that Markdown shows it as it is. */
export function textToMarkdown(text: string): string {
  return write({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: clean(text) }] }],
  })
}

/** A heading; `suffix` ("2 of 3") follows it in emphasis. */
export function headingToMarkdown(
  depth: HeadingNode['depth'],
  text: readonly Inline[],
  context: MarkdownContext,
  suffix?: string,
): string {
  const mark: PhrasingContent[] = suffix
    ? [
        { type: 'text', value: ' ' },
        { type: 'emphasis', children: [{ type: 'text', value: suffix }] },
      ]
    : []
  const children = [...onOneLine(inlines(text, context)), ...mark]
  return write({ type: 'root', children: [{ type: 'heading', depth, children }] })
}

const image: Handle = (node: Image, _, state, info) => {
  const exit = state.enter('label')
  const alt = state.safe(clean(node.alt ?? ''), { ...info, before: '[', after: ']' })
  exit()
  return `![${marpSafeAlt(alt)}](${node.url})`
}

const OPTIONS: Options = {
  // Marp reveals `*` bullets and `1)` numbers step by step.
  bullet: '-',
  bulletOther: '+',
  bulletOrdered: '.',
  fences: true,
  rule: '-',
  listItemIndent: 'one',
  handlers: { image },
  // `:smile:` is an emoji in other Marp editors.
  unsafe: [{ character: ':', after: '[A-Za-z0-9_+-]+:', inConstruct: 'phrasing' }],
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
}

function write(root: Root): string {
  return toMarkdown(root, OPTIONS).replace(/\n+$/, '')
}

function nodes(blocks: readonly Block[], context: MarkdownContext): BlockContent[] {
  return apart(blocks.flatMap((block) => blockNodes(block, context)))
}

/** Two lists in a row would become one, or get another marker: an empty element keeps them apart. */
function apart(list: readonly BlockContent[]): BlockContent[] {
  return list.flatMap((node, index) =>
    node.type === 'list' && list[index - 1]?.type === 'list' ? [html('<div></div>'), node] : [node],
  )
}

function blockNodes(block: Block, context: MarkdownContext): BlockContent[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlines(block.text, context) }]
    case 'heading': {
      // Levels 1 and 2 are the slide's own.
      const depth = Math.min(block.depth + 2, 6) as HeadingNode['depth']
      return [{ type: 'heading', depth, children: onOneLine(inlines(block.text, context)) }]
    }
    case 'list':
      return [listNode(block, context)]
    case 'table':
      return [tableNode(block, context)]
    case 'code':
      return [{ type: 'code', lang: languageOf(block.language), value: block.value }]
    case 'picture':
      return pictureNodes(block, context)
    case 'quote':
      return [{ type: 'blockquote', children: nodes(block.blocks, context) }]
    case 'formula':
      return [{ type: 'math', value: block.value } as unknown as BlockContent]
    case 'callout': {
      const label = block.title ? inlines(block.title, context) : [text(context.words.say(block.tone))]
      return [
        html(`<div class="callout ${block.tone}">`),
        { type: 'paragraph', children: [{ type: 'strong', children: label }] },
        ...nodes(block.blocks, context),
        html('</div>'),
      ]
    }
    case 'columns':
      return [
        html('<div class="columns">'),
        ...block.columns.flatMap((column) => [html('<div>'), ...nodes(column, context), html('</div>')]),
        html('</div>'),
      ]
    case 'keypoints':
    case 'exercise':
    case 'solution':
      return nodes(block.blocks, context)
    case 'notes':
    case 'handout':
    case 'slide':
    case 'glossary':
    case 'break':
      return []
  }
}

function listNode(list: List, context: MarkdownContext): BlockContent {
  const items = list.items.map((item) => itemNode(item, context))
  const spread = list.items.some((item) => item.blocks.filter((block) => block.kind !== 'list').length > 1)
  return { type: 'list', ordered: list.ordered, start: list.start, spread, children: items }
}

function itemNode(item: ListItem, context: MarkdownContext): ListItemNode {
  const children = nodes(item.blocks, context)
  if (item.checked !== undefined) {
    const box = text(item.checked ? '☑ ' : '☐ ')
    const [first] = children
    if (first?.type === 'paragraph') first.children.unshift(box)
    else children.unshift({ type: 'paragraph', children: [box] })
  }
  return { type: 'listItem', spread: false, children }
}

function tableNode(table: Table, context: MarkdownContext): TableNode {
  const row = (cells: readonly (readonly Inline[])[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({
      type: 'tableCell' as const,
      children: breaksAsHtml(inlines(cell, context)),
    })),
  })
  return {
    type: 'table',
    align: [...table.align],
    children: [table.head, ...table.rows].map((one) => row(one.cells)),
  }
}

function pictureNodes(picture: Picture, context: MarkdownContext): BlockContent[] {
  const caption: PhrasingContent[] = picture.caption
    ? [{ type: 'emphasis', children: [text(clean(picture.caption))] }]
    : []
  const asset = context.assets.get(picture.src)
  if (asset?.state === 'read') {
    const node: Image = { type: 'image', url: mediaUrl(asset.name), alt: picture.alt }
    return [{ type: 'paragraph', children: caption.length > 0 ? [node, text('\n'), ...caption] : [node] }]
  }
  return [
    html('<div class="missing">'),
    { type: 'paragraph', children: [text(missing(picture.alt || picture.src, context))] },
    ...(caption.length > 0 ? [{ type: 'paragraph' as const, children: caption }] : []),
    html('</div>'),
  ]
}

function missing(alt: string, { words }: MarkdownContext): string {
  return clean(words.say('pictureMissing', { alt }))
}

/** Where deck.md looks for a picture. */
export function mediaUrl(name: string): string {
  return `media/${encodeURIComponent(name).replace(/[()*'!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}

/** Only what Marp's fence can hold: a name, no attributes. */
function languageOf(language: string | undefined): string | null {
  return language && /^[\w+#.-]+$/.test(language) ? language : null
}

/** Running text for Marp: line breaks of the source as blanks, links that lead somewhere, HTML that is safe. */
function inlines(list: readonly Inline[], context: MarkdownContext): PhrasingContent[] {
  const kept = keptHtml(list)
  return list.flatMap((node, index): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return [text(clean(node.value))]
      case 'html':
        return kept.has(index) ? [html(node.value.trim())] : []
      case 'inlineCode':
        return [{ type: 'inlineCode', value: clean(node.value) }]
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const children = inlines(node.children, context)
        if (children.length === 0) return []
        const tag = MARK_TAGS[node.type]
        return hasOddEdge(node)
          ? [html(`<${tag}>`), ...children, html(`</${tag}>`)]
          : [{ type: node.type, children }]
      }
      case 'link': {
        const children = inlines(node.children, context)
        const url = linkUrl(node.url, context)
        return url === undefined ? children : [{ type: 'link', url, title: node.title ?? null, children }]
      }
      case 'image': {
        const asset = context.assets.get(node.url)
        const alt = node.alt ?? ''
        // A picture within a line: as a tag, so that the stylesheet can tell it from a figure.
        if (asset?.state === 'read') {
          return [html(`<img class="inline" src="${mediaUrl(asset.name)}" alt="${escapeHtml(clean(alt))}">`)]
        }
        return [text(missing(alt || node.url, context))]
      }
      case 'footnoteReference': {
        const footnote = context.footnotes.find(({ identifier }) => identifier === node.identifier)
        return footnote ? [html(`<sup>${context.words.number(footnote.number)}</sup>`)] : []
      }
      case 'linkReference':
        return inlines(node.children, context)
      case 'imageReference':
        return [text(clean(node.alt ?? ''))]
      default:
        return [node]
    }
  })
}

const MARK_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const

/** Parsers differ on whether an emoji beside a star ends a word, so that there tags are safer than stars. */
function hasOddEdge(node: Inline): boolean {
  return /^[\p{P}\p{S}](?<=[\u{10000}-\u{10ffff}])|[\p{P}\p{S}](?<=[\u{10000}-\u{10ffff}])$/u.test(
    plainText([node]),
  )
}

/** Inner links lead to a slide's number, which is its id under Marp; what leads nowhere stays as text. */
function linkUrl(url: string, context: MarkdownContext): string | undefined {
  if (url.startsWith('#')) {
    const slide = context.slideOf(decode(url.slice(1)))
    return slide === undefined ? undefined : `#${slide}`
  }
  return /^(?:https?:|mailto:|tel:)/i.test(url) ? url : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function onOneLine(list: readonly PhrasingContent[]): PhrasingContent[] {
  return list.map((node) => (node.type === 'break' ? text(' ') : node))
}

/** A table's row is one line of Markdown. */
function breaksAsHtml(list: readonly PhrasingContent[]): PhrasingContent[] {
  return list.map((node) => (node.type === 'break' ? html('<br>') : node))
}

/** Marp would show a line break of the source as one; control characters end no Markdown well. */
function clean(value: string): string {
  return value
    .replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function html(value: string): { type: 'html'; value: string } {
  return { type: 'html', value }
}
