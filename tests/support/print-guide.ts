import {
  plainText,
  sizeOf,
  type Block,
  type Guide,
  type Inline,
  type PictureSize,
} from '../../src/guide/index.js'

/** A guide as readable text, for goldens. */
export function printGuide(guide: Guide): string {
  const lines = [`title: ${plainText(guide.title)}`]
  if (guide.subtitle) lines.push(`subtitle: ${guide.subtitle}`)
  lines.push(`lang: ${guide.lang} ${guide.dir}`, ...frontMatter(guide))
  if (guide.contentsTitle) lines.push(`contents: ${guide.contentsTitle}`)
  if (guide.introduction) lines.push('introduction', ...blocks(guide.introduction.blocks, 1))
  for (const section of guide.sections) {
    const { minutes, priority } = section
    lines.push(
      `section ${section.number} #${section.id}${note({ minutes, priority })}: ${plainText(section.title)}`,
    )
    for (const opening of section.openings) lines.push(`  ${opening.kind}`, ...blocks(opening.blocks, 2))
    for (const part of section.parts) {
      const head = part.headed
        ? `part #${part.id}${note({ layout: part.layout, priority: part.priority })}: ${plainText(part.title)}`
        : 'part without a heading'
      lines.push(`  ${head}`, ...blocks(part.blocks, 2))
    }
  }
  for (const footnote of guide.footnotes)
    lines.push(`footnote ${footnote.number}`, ...blocks(footnote.blocks, 1))
  return `${lines.join('\n')}\n`
}

/** What the front matter says beside title, subtitle and language, and beside what holds without it. */
function frontMatter(guide: Guide): string[] {
  const usual = { paper: 'A4', variant: 'light', solutions: 'end' } as Readonly<Record<string, unknown>>
  return Object.entries(guide.frontMatter)
    .filter(([key, value]) => !['title', 'subtitle', 'lang'].includes(key) && usual[key] !== value)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
}

export function blocks(list: readonly Block[], depth: number): string[] {
  return list.flatMap((block) => printBlock(block, '  '.repeat(depth), depth))
}

function printBlock(block: Block, pad: string, depth: number): string[] {
  const at = `${pad}${block.place.line} ${block.kind}`
  switch (block.kind) {
    case 'paragraph':
      return [`${at}: ${plainText(block.text)}${marks(block.text)}`]
    case 'heading':
      return [`${at} ${block.depth}: ${plainText(block.text)}`]
    case 'list':
      return [
        `${at}${block.ordered ? ` from ${block.start}` : ''}`,
        ...block.items.flatMap((item) => [
          `${pad}  -${item.checked === undefined ? '' : item.checked ? ' [x]' : ' [ ]'}`,
          ...blocks(item.blocks, depth + 2),
        ]),
      ]
    case 'table':
      return [
        at,
        ...[block.head, ...block.rows].map(
          (row) => `${pad}  | ${row.cells.map((cell) => `${plainText(cell)}${marks(cell)}`).join(' | ')} |`,
        ),
      ]
    case 'code':
      return [
        `${at} ${block.language ?? ''}`.trimEnd(),
        ...block.value.split('\n').map((line) => `${pad}  ${line}`.trimEnd()),
      ]
    case 'picture':
      return [
        `${at} ${block.src}: ${block.alt}${block.caption ? ` (${block.caption})` : ''}${size(block.size)}`,
      ]
    case 'formula':
      return [`${at}: ${block.value}`]
    case 'callout':
      return [`${at} ${block.tone}: ${plainText(block.title ?? [])}`, ...blocks(block.blocks, depth + 1)]
    case 'columns':
      return [at, ...block.columns.flatMap((column) => [`${pad}  column`, ...blocks(column, depth + 2)])]
    case 'exercise': {
      const { minutes, lines, how } = block
      return [
        `${at} ${block.number}${note({ minutes, lines, how })}: ${plainText(block.title)}`,
        ...blocks(block.blocks, depth + 1),
        ...blocks(block.solutions, depth + 1),
      ]
    }
    case 'glossary':
      return [
        at,
        ...block.entries.map((entry) => `${pad}  ${plainText(entry.term)} = ${plainText(entry.meaning)}`),
        ...blocks(block.blocks, depth + 1),
      ]
    case 'slide':
      return [at, ...block.markdown.split('\n').map((line) => `${pad}  ${line}`.trimEnd())]
    case 'break':
      return [at]
    default:
      return [at, ...blocks(block.blocks, depth + 1)]
  }
}

/** What plain text does not show: maths, links, pictures in the line, tags. */
function marks(text: readonly Inline[]): string {
  const found = text.flatMap(marksOf)
  return found.length > 0 ? `  [${found.join('; ')}]` : ''
}

function marksOf(node: Inline): string[] {
  const inner = 'children' in node ? node.children.flatMap(marksOf) : []
  switch (node.type) {
    case 'inlineMath':
      return [`maths ${node.value}`]
    case 'link':
      return [`link ${node.url}${(node.data as { qr?: boolean } | undefined)?.qr ? ' qr' : ''}`, ...inner]
    case 'image':
      return [`picture ${node.url}: ${node.alt ?? ''}${size(sizeOf(node))}`]
    case 'html':
      return node.value.startsWith('</') ? [] : [node.value]
    default:
      return inner
  }
}

function size(wanted: PictureSize | undefined): string {
  if (!wanted) return ''
  const { width, height } = wanted
  return ` ${width ? `${width.value}${width.unit} wide` : ''}${height ? `${height.value}px high` : ''}`
}

function note(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.length > 0 ? ` (${given.map(([key, value]) => `${key} ${value as string}`).join(', ')})` : ''
}
