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
  boundedWidth,
  pictureName,
  type Block,
  type Inline,
  type List,
  type ListItem,
  type Picture,
  type Table,
} from '../guide/index.js'
import {
  SLIDE,
  clean,
  html,
  inlines,
  mediaUrl,
  missing,
  text,
  type MarkdownContext,
} from './markdown-inline.js'
import { marpSafeAlt } from './marp-image.js'

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
  return write({
    type: 'root',
    children: [{ type: 'heading', depth, children: titleNodes(text, context, suffix) }],
  })
}

/** What reads like a heading and is none, as a paragraph. */
export function mentionToMarkdown(
  text: readonly Inline[],
  context: MarkdownContext,
  suffix?: string,
): string {
  return write({
    type: 'root',
    children: [{ type: 'paragraph', children: titleNodes(text, context, suffix) }],
  })
}

function titleNodes(
  text: readonly Inline[],
  context: MarkdownContext,
  suffix: string | undefined,
): PhrasingContent[] {
  const mark: PhrasingContent[] = suffix
    ? [
        { type: 'text', value: ' ' },
        { type: 'emphasis', children: [{ type: 'text', value: suffix }] },
      ]
    : []
  return [...withoutEdges(onOneLine(inlines(text, context))), ...mark]
}

const image: Handle = (node: Image, _, state, info) => {
  const exit = state.enter('label')
  const alt = state.safe(clean(node.alt ?? ''), { ...info, before: '[', after: ']' })
  exit()
  const width = (node.data as { width?: number } | undefined)?.width
  return `![${width === undefined ? '' : `w:${width}px `}${marpSafeAlt(alt)}](${node.url})`
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
    const asked = boundedWidth(picture.size, asset, SLIDE)
    const width = asked !== undefined && asked < (asset.width ?? SLIDE) ? { data: { width: asked } } : {}
    const node = { type: 'image', url: mediaUrl(asset.name), alt: picture.alt, ...width } as Image
    return [{ type: 'paragraph', children: caption.length > 0 ? [node, text('\n'), ...caption] : [node] }]
  }
  return [
    html('<div class="missing">'),
    { type: 'paragraph', children: [text(missing(picture.alt || pictureName(picture.src), context))] },
    ...(caption.length > 0 ? [{ type: 'paragraph' as const, children: caption }] : []),
    html('</div>'),
  ]
}

/** Only what Marp's fence can hold: a name, no attributes. */
function languageOf(language: string | undefined): string | null {
  return language && /^[\w+#.-]+$/.test(language) ? language : null
}

/** Without the blanks that a picture leaves at either end, which Markdown would have to write as entities. */
function withoutEdges(list: readonly PhrasingContent[]): PhrasingContent[] {
  return list.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const start = index === 0 ? node.value.trimStart() : node.value
    const value = index === list.length - 1 ? start.trimEnd() : start
    return value === '' ? [] : [{ ...node, value }]
  })
}

function onOneLine(list: readonly PhrasingContent[]): PhrasingContent[] {
  return withBreaks(list, text(' '))
}

/** A table's row is one line of Markdown. */
function breaksAsHtml(list: readonly PhrasingContent[]): PhrasingContent[] {
  return withBreaks(list, html('<br>'))
}

function withBreaks(list: readonly PhrasingContent[], sign: PhrasingContent): PhrasingContent[] {
  return list.map((node) => {
    if (node.type === 'break') return sign
    return 'children' in node
      ? ({ ...node, children: withBreaks(node.children, sign) } as PhrasingContent)
      : node
  })
}
