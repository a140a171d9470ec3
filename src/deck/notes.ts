import { plainText, type Block, type Inline, type ListItem } from '../guide/index.js'

/**
 * Speaker notes as they are read on the screen: presenter views show a comment as it is, so this is plain text and no
 * escaped Markdown. A paragraph wholly in emphasis (a stage direction) keeps its stars.
 */
export function notesText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => blockText(block))
    .filter((text) => text !== '')
    .join('\n\n')
}

/**
 * Speaker notes as a comment that Marp shows as a note, whatever they hold: Marp reads comments as YAML, in which
 * "theme: the meal" would change the deck, and a comment must not end early. Zero-width spaces break both.
 */
export function notesComment(notes: string): string {
  const text = notes
    // "key: value" is a mapping only where a blank follows the colon.
    .replace(/:(?=\s|$)/g, `:${ZERO_WIDTH}`)
    .replace(/(--!?)(?=>)/g, `$1${ZERO_WIDTH}`)
    .trim()
  if (text === '') return ''
  // What begins otherwise may be a flow mapping, a complex key or a document mark; or a switch of another tool.
  const isPlain =
    /^(?:[\p{L}\p{N}*]|- )/u.test(text) && !/^(?:prettier-ignore|markdownlint-|lint |fit$)/.test(text)
  const start = isPlain ? '' : ZERO_WIDTH
  return `<!--\n${start}${text}\n-->`
}

const ZERO_WIDTH = '\u200b'

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return isStageDirection(block.text) ? `*${plainText(block.text)}*` : plainText(block.text)
    case 'heading':
      return plainText(block.text)
    case 'list':
      return block.items
        .map((item, index) => itemText(item, block.ordered ? `${block.start + index}. ` : '- '))
        .join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.cells.map(plainText).join(' | ')).join('\n')
    case 'code':
    case 'formula':
      return block.value
    case 'picture':
      return block.caption ?? block.alt
    case 'callout':
      return notesText([
        ...(block.title ? [{ ...block, kind: 'paragraph' as const, text: block.title }] : []),
        ...block.blocks,
      ])
    case 'columns':
      return notesText(block.columns.flat())
    case 'quote':
    case 'notes':
    case 'keypoints':
    case 'exercise':
    case 'solution':
      return notesText(block.blocks)
    case 'handout':
    case 'slide':
    case 'glossary':
    case 'break':
      return ''
  }
}

function itemText(item: ListItem, mark: string): string {
  const box = item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ '
  const text = item.blocks
    .map(blockText)
    .filter((one) => one !== '')
    .join('\n')
  return mark + box + text.replace(/\n/g, `\n${' '.repeat(mark.length)}`)
}

function isStageDirection(text: readonly Inline[]): boolean {
  const said = text.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return said.length > 0 && said.every((node) => node.type === 'emphasis')
}
