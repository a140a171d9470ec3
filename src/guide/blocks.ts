import type {
  Blockquote,
  Code as CodeNode,
  Heading as HeadingNode,
  Image,
  List as ListNode,
  Paragraph as ParagraphNode,
  RootContent,
  Table as TableNode,
} from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Math as MathNode } from 'mdast-util-math'
import { alertOf } from './alerts.js'
import type { BlockContext } from './block-context.js'
import { isHiddenCell, readCode } from './code.js'
import { labelLines } from './label-lines.js'
import { directive } from './directives.js'
import { anchorsOf } from './html/index.js'
import { inlines } from './inline.js'
import type { Block, Inline, Picture, TableRow } from './model.js'
import { sizeOf } from './picture-size.js'
import { trim, withoutBreaks } from './tidy.js'

/** Markdown nodes to the guide's blocks, in order. Nothing with words in it is dropped. */
export function blocks(nodes: readonly RootContent[], context: BlockContext): readonly Block[] {
  return nodes.flatMap((node) => {
    const made = block(node, context)
    const [first] = made
    if (first) for (const name of anchorsOf(node)) context.anchor(name, first.id)
    return made
  })
}

function block(node: RootContent, context: BlockContext): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context)
    case 'heading':
      return [heading(node, context)]
    case 'list':
      return [list(node, context)]
    case 'table':
      return [table(node, context)]
    case 'code':
      return code(node, context)
    case 'math':
      return [{ kind: 'formula', ...base(node, context), value: (node as MathNode).value }]
    case 'blockquote':
      return quote(node, context)
    case 'thematicBreak':
      return [{ kind: 'break', ...base(node, context) }]
    case 'containerDirective':
      return directive(node as ContainerDirective, context)
    case 'definition':
    case 'footnoteDefinition':
      return []
    default:
      return paragraph({ type: 'paragraph', children: [node as never] }, context)
  }
}

/** Id and place of a block made from a node. */
export function base(node: RootContent, context: BlockContext) {
  return { id: context.nextId(), place: context.placeOf(node) }
}

/** A paragraph; pictures that stand alone in it become blocks of their own, as does a formula. */
function paragraph(node: ParagraphNode, context: BlockContext): readonly Block[] {
  const facts = labelLines(node)
  if (facts) return [list(facts, context)]
  const text = trim(inlines(node.children, context.inline))
  if (text.length === 0) return []
  const first = text[0] as Inline
  if (text.length === 1 && first.type === 'inlineMath' && isDisplayed(node, first, context)) {
    return [{ kind: 'formula', ...base(node, context), value: first.value }]
  }
  const pictures = standalonePictures(text)
  if (pictures) return pictures.map((image) => picture(image, node, context))
  return [{ kind: 'paragraph', ...base(node, context), text }]
}

function isDisplayed(paragraphNode: ParagraphNode, node: Inline, context: BlockContext): boolean {
  const line = paragraphNode.position?.start.line
  return (
    node.position !== undefined &&
    line !== undefined &&
    /^\s*(>\s*)*(?:\$\$|\\\[)/.test(context.sourceLines(line, line))
  )
}

/** Pictures that are all there is in a paragraph; a row of linked ones (badges) stays a line of text. */
function standalonePictures(text: readonly Inline[]): readonly Image[] | undefined {
  const images: Image[] = []
  if (text.filter(({ type }) => type === 'link').length > 1) return undefined
  for (const node of text) {
    if (node.type === 'image') images.push(node)
    else if (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'image') {
      images.push(node.children[0])
    } else if (node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '')) return undefined
  }
  return images.length > 0 ? images : undefined
}

function picture(image: Image, node: ParagraphNode, context: BlockContext): Picture {
  const place = image.position ? context.placeOf(image) : context.placeOf(node)
  const size = sizeOf(image)
  return {
    kind: 'picture',
    id: context.nextId(),
    place,
    src: image.url,
    alt: image.alt ?? '',
    ...(image.title ? { caption: image.title } : {}),
    ...(size ? { size } : {}),
  }
}

function heading(node: HeadingNode, context: BlockContext): Block {
  return {
    kind: 'heading',
    ...base(node, context),
    depth: context.headingDepth(node.depth),
    text: trim(inlines(node.children, context.inline)),
  }
}

function list(node: ListNode, context: BlockContext): Block {
  return {
    kind: 'list',
    ...base(node, context),
    ordered: node.ordered ?? false,
    start: node.start ?? 1,
    items: node.children.map((item) => ({
      ...base(item, context),
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      blocks: blocks(item.children, context).filter((inner) => inner.kind !== 'break'),
    })),
  }
}

function table(node: TableNode, context: BlockContext): Block {
  const [head, ...rows] = node.children.map((row): TableRow => ({
    ...base(row, context),
    cells: row.children.map((cell) => trim(inlines(cell.children, context.inline))),
  }))
  const width = head?.cells.length ?? 0
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), width)
  return {
    kind: 'table',
    ...base(node, context),
    align: Array.from({ length: columns }, (_, index) => node.align?.[index] ?? null),
    head: pad(head ?? { ...base(node, context), cells: [] }, columns),
    rows: rows.map((row) => pad(row, columns)),
  }
}

function pad(row: TableRow, columns: number): TableRow {
  return { ...row, cells: Array.from({ length: columns }, (_, index) => row.cells[index] ?? []) }
}

function code(node: CodeNode, context: BlockContext): readonly Block[] {
  if (isHiddenCell(node)) return []
  const { language, value, title } = readCode(node)
  if (language === 'math') return [{ kind: 'formula', ...base(node, context), value }]
  const caption: readonly Block[] = title
    ? [
        {
          kind: 'paragraph',
          ...base(node, context),
          text: [{ type: 'strong', children: [{ type: 'text', value: title }] }],
        },
      ]
    : []
  return [...caption, { kind: 'code', ...base(node, context), ...(language ? { language } : {}), value }]
}

/** A quotation, or a box that begins with `[!NOTE]` or its like. */
function quote(node: Blockquote, context: BlockContext): readonly Block[] {
  const alert = alertOf(node)
  if (!alert) {
    const head = base(node, context)
    const inner = withoutBreaks(blocks(node.children, context))
    return inner.length > 0 ? [{ kind: 'quote', ...head, blocks: inner }] : []
  }
  const title = trim(inlines(alert.title, context.inline))
  const callout: Block = {
    kind: 'callout',
    ...base(node, context),
    tone: alert.tone,
    ...(title.length > 0 ? { title } : {}),
    blocks: withoutBreaks(blocks(alert.content, context)),
  }
  return [callout]
}
