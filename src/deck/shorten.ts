import type { Link } from 'mdast'
import {
  plainText,
  type Block,
  type Inline,
  type List,
  type ListItem,
  type Paragraph,
} from '../guide/index.js'
import { visualLength } from '../look/index.js'
import { firstSentence, isShort, wordCount } from './sentences.js'

/** A callout or quotation up to this length, with so many lines of code, stands on its slide whole. */
const WHOLE_WORDS = 40
const WHOLE_LINES = 6

/** A block as a slide shows it, and the wholes of what was cut short, for the notes. */
export interface Shortened {
  readonly shown: readonly Block[]
  readonly moved: readonly Block[]
}

/** The lead sentence of a paragraph where it is short enough; the whole paragraph goes to the notes (rule 2). */
export function leadOf(paragraph: Paragraph, lang: string): Paragraph | undefined {
  if (isNavigation(paragraph.text)) return undefined
  const { first } = firstSentence(paragraph.text, lang)
  return isShort(first) ? { ...paragraph, text: first } : undefined
}

/** "Back to top", "Games • Books": links within the page alone, which lead nowhere from a slide. */
function isNavigation(text: readonly Inline[]): boolean {
  const links = text.flatMap(linksIn)
  return (
    links.length > 0 &&
    links.every(({ url }) => url === '' || url.startsWith('#')) &&
    !text.some(hasWordsOutside)
  )
}

function linksIn(node: Inline): readonly Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? (node.children as readonly Inline[]).flatMap(linksIn) : []
}

function hasWordsOutside(node: Inline): boolean {
  if (node.type === 'link') return false
  if ('children' in node) return (node.children as readonly Inline[]).some(hasWordsOutside)
  return /[\p{L}\p{N}]/u.test(plainText([node]))
}

/** What a slide shows of a block that is not prose (rules 2 and 4). */
export function shorten(block: Block, lang: string): Shortened {
  switch (block.kind) {
    case 'list':
      return shortenList(block, lang)
    case 'callout':
    case 'quote':
      return shortenWords(block, lang)
    case 'columns': {
      const columns = block.columns.map((column) => column.map((inner) => shortenAny(inner, lang)))
      return {
        shown: [{ ...block, columns: columns.map((column) => column.flatMap((one) => one.shown)) }],
        moved: columns.flatMap((column) => column.flatMap((one) => one.moved)),
      }
    }
    default:
      return { shown: [block], moved: [] }
  }
}

function shortenAny(block: Block, lang: string): Shortened {
  if (block.kind !== 'paragraph') return shorten(block, lang)
  const lead = leadOf(block, lang)
  return { shown: lead ? [lead] : [], moved: lead && sameWords(lead, block) ? [] : [block] }
}

/** Bold lead and first sentence of each item; one more level of the list with it. */
function shortenList(list: List, lang: string, level = 1): Shortened {
  const moved: ListItem[] = []
  const items = list.items.map((item): ListItem => {
    const [head, ...others] = item.blocks
    if (head?.kind !== 'paragraph') {
      if (item.blocks.length > 0) moved.push(item)
      return {
        ...item,
        blocks: item.blocks.filter((block) => block.kind === 'code' || block.kind === 'picture').slice(0, 1),
      }
    }
    const { text, isWhole } = shortenItem(head.text, lang)
    const nested = level === 1 ? others.filter((block): block is List => block.kind === 'list') : []
    const own = Math.ceil(visualLength(plainText(text)) / HEAD_LETTERS)
    const inner = withinLines(
      nested.map((one) => shortenList(one, lang, level + 1)),
      own,
    )
    const isComplete =
      isWhole && nested.length === others.length && inner.every((one) => one.moved.length === 0)
    if (!isComplete) moved.push(item)
    return { ...item, blocks: [{ ...head, text }, ...inner.flatMap((one) => one.shown)] }
  })
  const shown = items.filter((item) => item.blocks.length > 0)
  return {
    shown: shown.length > 0 ? [{ ...list, items: shown }] : [],
    moved: moved.length > 0 ? [{ ...list, items: moved }] : [],
  }
}

/** Lines that an item may have with its inner list, and letters that such lines have: an item is not cut, and must fit. */
const MOST_LINES = 9
const HEAD_LETTERS = 56
const NESTED_LETTERS = 64

/** Inner lists as far as there is room beside their item's words; what has none is said. */
function withinLines(lists: readonly Shortened[], head: number): readonly Shortened[] {
  let lines = head
  return lists.map(({ shown, moved }) => {
    const kept = shown.map((block) => {
      if (block.kind !== 'list') return block
      const items = block.items.filter((item) => {
        lines += Math.max(1, Math.ceil(visualLength(wordsOf(item.blocks)) / NESTED_LETTERS))
        return lines <= MOST_LINES
      })
      return { ...block, items }
    })
    const isWhole = kept.every((block, index) => block === shown[index] || sameItems(block, shown[index]))
    const left = kept.filter((block) => block.kind !== 'list' || block.items.length > 0)
    return { shown: left, moved: isWhole ? moved : shown }
  })
}

function sameItems(a: Block, b: Block | undefined): boolean {
  return a.kind === 'list' && b?.kind === 'list' && a.items.length === b.items.length
}

function shortenItem(text: readonly Inline[], lang: string): { text: readonly Inline[]; isWhole: boolean } {
  const [lead, ...rest] = text
  if (lead?.type !== 'strong' || rest.length === 0) {
    const cut = firstSentence(text, lang)
    return { text: cut.first, isWhole: plainText(cut.rest) === '' }
  }
  const cut = firstSentence(rest, lang)
  // A colon or dash behind the bold words belongs to the lead: take the sentence that follows it.
  return { text: [lead, ...cut.first], isWhole: plainText(cut.rest) === '' }
}

function shortenWords(block: Extract<Block, { kind: 'callout' | 'quote' }>, lang: string): Shortened {
  const isPlain =
    block.blocks.every((inner) => ['paragraph', 'list', 'code'].includes(inner.kind)) &&
    linesOf(block.blocks) <= WHOLE_LINES
  if (isPlain && wordCount(wordsOf(block.blocks)) <= WHOLE_WORDS) return { shown: [block], moved: [] }
  const first = block.blocks.find((inner): inner is Paragraph => inner.kind === 'paragraph')
  const lead = first ? firstSentence(first.text, lang).first : []
  if (first && isShort(lead, WHOLE_WORDS))
    return { shown: [{ ...block, blocks: [{ ...first, text: lead }] }], moved: [block] }
  const hasTitle = block.kind === 'callout' && block.title !== undefined
  return { shown: hasTitle ? [{ ...block, blocks: [] }] : [], moved: [block] }
}

function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'code' ? block.value.split('\n').length : 0), 0)
}

/** All words inside blocks, for counting. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return plainText(block.text)
      if (block.kind === 'list') return block.items.map((item) => wordsOf(item.blocks)).join(' ')
      if (block.kind === 'quote' || block.kind === 'callout') return wordsOf(block.blocks)
      return ''
    })
    .join(' ')
}

function sameWords(a: Paragraph, b: Paragraph): boolean {
  return plainText(a.text) === plainText(b.text)
}
