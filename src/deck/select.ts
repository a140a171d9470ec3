import {
  plainText,
  type Block,
  type Heading,
  type Inline,
  type List,
  type Paragraph,
} from '../guide/index.js'
import { isShort } from './sentences.js'
import { isNumber, layoutOf } from './shapes.js'
import { leadOf, shorten } from './shorten.js'
import type { Layout } from './slide.js'

/** What one slide shows of a run of blocks, and in which layout. */
export interface Selection {
  readonly layout: Layout
  readonly shown: readonly Block[]
  readonly moved: readonly Block[]
}

const LABEL_WORDS = 6

/** Chooses what a slide shows of a part's blocks: everything but prose, and of prose the lead sentences (rules 2 to 4). */
export function select(blocks: readonly Block[], lang: string): Selection {
  const isProse = (block: Block): block is Paragraph | Heading =>
    block.kind === 'paragraph' || block.kind === 'heading'
  return blocks.every(isProse)
    ? selectProse(blocks as readonly (Paragraph | Heading)[], lang)
    : selectMixed(blocks, lang)
}

/** Rule 3: a statement, or a list of lead sentences; where none is short enough the title alone. */
function selectProse(blocks: readonly (Paragraph | Heading)[], lang: string): Selection {
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const leads = paragraphs.map((paragraph) => leadOf(paragraph, lang)).filter((lead) => lead !== undefined)
  if (leads.length === 0) return { layout: 'statement', shown: [], moved: blocks }
  const [first] = leads as [Paragraph]
  if (leads.length === 1)
    return { layout: isNumber(first.text) ? 'number' : 'statement', shown: leads, moved: blocks }
  const list: List = {
    kind: 'list',
    id: `${first.id}.leads`,
    place: first.place,
    ordered: false,
    start: 1,
    items: leads.map((lead) => ({ id: `${lead.id}.lead`, place: lead.place, blocks: [lead] })),
  }
  return { layout: 'list', shown: [list], moved: blocks }
}

function selectMixed(blocks: readonly Block[], lang: string): Selection {
  const shown: Block[] = []
  const moved: Block[] = []
  let run: Paragraph[] = []
  const endRun = () => {
    shown.push(...leadsOfRun(run, lang))
    run = []
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      run.push(block)
      moved.push(block)
      continue
    }
    endRun()
    if (block.kind === 'heading') moved.push(block)
    const short = block.kind === 'heading' ? { shown: [block], moved: [] } : shorten(block, lang)
    shown.push(...short.shown)
    moved.push(...short.moved)
  }
  endRun()
  const kept = withoutEmptyHeadings(shown)
  const isOneLead = kept.length === 1 && kept[0]?.kind === 'paragraph'
  const layout = isOneLead ? 'statement' : layoutOf(kept)
  // Steps fill the slide under one line: their lead sentence is said, not shown.
  if (layout === 'steps') return { layout, shown: kept.filter((block) => block.kind === 'list'), moved }
  return { layout, shown: kept, moved }
}

/** Of a run of paragraphs its lead sentence, and the short label that stands right before the next block. */
function leadsOfRun(run: readonly Paragraph[], lang: string): readonly Paragraph[] {
  const [first, ...others] = run
  if (!first) return []
  const last = others.at(-1)
  const lead = leadOf(first, lang)
  const label = last && isLabel(last) ? last : undefined
  return [lead, label].filter((one) => one !== undefined)
}

function isLabel(paragraph: Paragraph): boolean {
  return (
    isShort(paragraph.text, LABEL_WORDS) &&
    (/[:：]$/.test(plainText(paragraph.text)) || isBold(paragraph.text))
  )
}

function isBold(text: readonly Inline[]): boolean {
  return text.length === 1 && text[0]?.type === 'strong'
}

/** A heading stays where something is shown under it. */
function withoutEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1]
    return block.kind !== 'heading' || (next !== undefined && next.kind !== 'heading')
  })
}
