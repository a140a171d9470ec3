import { plainText, type Block, type Inline, type List, type ListItem } from '../guide/index.js'
import type { Slide } from './slide.js'

/** On numbered lists and steps a bold lead takes a line of its own, its text under it (look.md). */
export function leadsOnTheirOwnLine({ layout, blocks }: Slide): readonly Block[] {
  if (layout === 'definitions')
    return blocks.map((block) => (block.kind === 'list' ? withBareTerms(block) : block))
  if (layout !== 'list' && layout !== 'steps' && layout !== 'content') return blocks
  return blocks.map((block) =>
    block.kind === 'list' && block.ordered ? breakLeads(block, layout === 'steps') : block,
  )
}

function breakLeads(list: List, isSteps: boolean): List {
  return { ...list, items: list.items.map((item) => breakLead(item, isSteps)) }
}

function breakLead(item: ListItem, isSteps: boolean): ListItem {
  const [head, ...others] = item.blocks
  if (head?.kind !== 'paragraph') return item
  const text = broken(head.text, isSteps)
  return text ? { ...item, blocks: [{ ...head, text }, ...others] } : item
}

/** The text with a line break after its lead; undefined where the bold words are part of a sentence. */
function broken(text: readonly Inline[], isSteps: boolean): readonly Inline[] | undefined {
  const [lead, next, ...others] = text
  if (lead?.type !== 'strong' || next?.type !== 'text') return undefined
  // A colon belongs to the lead; a dash is what the line break says.
  const [, colon = '', dash = '', rest = ''] =
    /^\s*([:：]?)\s*((?:[–—-]\s)?)\s*([^]*)$/.exec(next.value) ?? []
  const endsItself = /[.:!?…。：！？]$/.test(plainText([lead]))
  if (!isSteps && !endsItself && colon === '' && dash === '') return undefined
  if (rest === '' && others.length === 0) return undefined
  const children: Inline[] = colon ? [...lead.children, { type: 'text', value: colon }] : lead.children
  return [{ ...lead, children }, { type: 'break' }, { ...next, value: rest }, ...others]
}

/** The line tells a term from its meaning: the colon or dash between them goes. */
function withBareTerms(list: List): List {
  const items = list.items.map((item) => {
    const [head, ...others] = item.blocks
    if (head?.kind !== 'paragraph') return item
    const [term, meaning, ...rest] = head.text
    if (term?.type !== 'strong' || meaning?.type !== 'text') return item
    const value = meaning.value.replace(/^\s*(?:[:：]\s*|[–—-]\s+)?/, '')
    const text: Inline[] = [
      { ...term, children: withoutColon(term.children) },
      { ...meaning, value: ` ${value}` },
    ]
    return { ...item, blocks: [{ ...head, text: [...text, ...rest] }, ...others] }
  })
  return { ...list, items }
}

function withoutColon(children: readonly Inline[]): Inline[] {
  const last = children.at(-1)
  if (last?.type !== 'text') return [...children]
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/\s*[:：]\s*$/, '') }]
}
