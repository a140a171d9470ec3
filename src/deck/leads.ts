import { plainText, type Block, type Inline, type List, type ListItem } from '../guide/index.js'
import type { Slide } from './slide.js'

/** On numbered lists and steps a bold lead takes a line of its own, its text under it (look.md). */
export function leadsOnTheirOwnLine({ layout, blocks }: Slide): readonly Block[] {
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
