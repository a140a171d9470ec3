import type { Link } from 'mdast'
import { plainText, type Block, type Inline, type List, type ListItem } from '../guide/index.js'
import { wordCount } from './sentences.js'
import type { Layout } from './slide.js'

/** The layout of look.md that the shape of the content asks for. */
export function layoutOf(blocks: readonly Block[]): Layout {
  const carriers = blocks.filter((block) => block.kind !== 'paragraph')
  const [only] = carriers
  if (carriers.length === 0) return blocks.length > 0 ? 'content' : 'statement'
  if (carriers.length > 1 || !only) return isFigureWithText(blocks) ? 'figure' : 'content'
  const isAlone = blocks.length === 1
  switch (only.kind) {
    case 'list':
      return layoutOfList(only)
    case 'table':
      return 'table'
    case 'picture':
      return 'figure'
    case 'code':
      return 'code'
    case 'quote':
      return isAlone && isStatement(only.blocks) ? 'quote' : 'content'
    default:
      return 'content'
  }
}

function layoutOfList(list: List): Layout {
  if (isSteps(list)) return 'steps'
  if (isDefinitions(list)) return 'definitions'
  return isLinks(list) ? 'links' : 'list'
}

function isFigureWithText(blocks: readonly Block[]): boolean {
  const pictures = blocks.filter((block) => block.kind === 'picture').length
  const lists = blocks.filter((block) => block.kind === 'list').length
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').length
  return pictures === 1 && lists === 1 && pictures + lists + paragraphs === blocks.length
}

function isStatement(blocks: readonly Block[]): boolean {
  return blocks.length <= 2 && blocks.every((block) => block.kind === 'paragraph')
}

/** Three to five ordered items, each a bold lead and at most 12 words. */
function isSteps(list: List): boolean {
  return (
    list.ordered &&
    list.start === 1 &&
    list.items.length >= 3 &&
    list.items.length <= 5 &&
    list.items.every((item) => {
      const text = textOf(item)
      if (text?.[0]?.type !== 'strong') return false
      const words = wordCount(plainText(text.slice(1)))
      return words > 0 && words <= 12 && wordCount(plainText(text.slice(0, 1))) <= 4
    })
  )
}

/** Letters of a term that the margin column has room for, on two lines. */
const TERM = 32
const TERM_WORD = 15

/** "**Term**: meaning", each: a colon or a dash tells a term from a lead that ends its own sentence. */
function isDefinitions(list: List): boolean {
  return (
    !list.ordered &&
    list.items.length >= 2 &&
    list.items.every((item) => {
      const [term, meaning] = textOf(item) ?? []
      if (item.checked !== undefined || term?.type !== 'strong' || meaning === undefined) return false
      const words = plainText([term])
      const longest = Math.max(...words.split(/\s+/).map((word) => word.length))
      if (words.length > TERM || longest > TERM_WORD || /[.!?]$/.test(words)) return false
      return /[:：]$/.test(words) || /^\s*(?:[:：]|[–—-]\s)/.test(plainText([meaning]))
    })
  )
}

/** Rows that a slide of links has room for. */
const LINKS = 5

/** A list of nothing but links, each with a few words at most. */
function isLinks(list: List): boolean {
  return (
    list.items.length <= LINKS &&
    list.items.every((item) => item.checked === undefined && linkIn(textOf(item) ?? []) !== undefined)
  )
}

/** The link to the web that a line consists of, a few words behind it at most. */
export function linkIn(text: readonly Inline[]): Link | undefined {
  const [first, ...others] = text
  if (first?.type !== 'link' || !/^https?:\/\//i.test(first.url.trim())) return undefined
  return others.every((node) => node.type === 'text') && wordCount(plainText(others)) <= 12
    ? first
    : undefined
}

/** "**671 billion** weights …": a bold beginning of digits, short enough to be set as the largest thing on the slide. */
export function isNumber(text: readonly Inline[]): boolean {
  const [number, ...others] = text
  if (number?.type !== 'strong' || wordCount(plainText(others)) < 2) return false
  const words = plainText([number])
  return /^\P{L}{0,3}\p{Nd}/u.test(words) && words.length <= 14
}

/** The words of an item that is one paragraph. */
export function textOf({ blocks }: ListItem): readonly Inline[] | undefined {
  const [head, ...others] = blocks
  return head?.kind === 'paragraph' && others.length === 0 ? head.text : undefined
}
