import type { Block, Inline, List } from '../guide/index.js'
import { blockViews, inCopy } from './blocks.js'
import type { Edition } from './edition.js'
import type { BlockView } from './views.js'

/** What the facilitator says or does, under its label. */
export interface CueView {
  readonly kind: 'say' | 'do'
  readonly label: string
  readonly blocks: readonly BlockView[]
}

interface Cue {
  readonly kind: 'say' | 'do'
  readonly blocks: Block[]
}

/**
 * Notes as cues: a paragraph or item wholly in emphasis is done, all else is said. Neighbours of one kind share a
 * label.
 */
export function cueViews(notes: readonly Block[], edition: Edition): readonly CueView[] {
  const cues: Cue[] = []
  for (const block of notes.flatMap(apart)) {
    const done = asDirection(block)
    const kind = done ? 'do' : 'say'
    const last = cues.at(-1)
    if (last?.kind === kind) last.blocks.push(done ?? block)
    else cues.push({ kind, blocks: [done ?? block] })
  }
  return cues.map(({ kind, blocks }) => ({
    kind,
    label: edition.words.say(kind),
    blocks: blockViews(blocks, edition, inCopy),
  }))
}

/** A list with directions among its items as lists of one item each, which keep their numbers. */
function apart(block: Block): readonly Block[] {
  if (block.kind === 'notes' || block.kind === 'handout') return block.blocks.flatMap(apart)
  if (block.kind !== 'list') return [block]
  const isDirection = (item: List['items'][number]): boolean =>
    item.blocks.length > 0 && item.blocks.every((inner) => asDirection(inner) !== undefined)
  if (!block.items.some(isDirection)) return [block]
  return block.items.flatMap((item, index): readonly Block[] =>
    isDirection(item) ? item.blocks : [{ ...block, start: block.start + index, items: [item] }],
  )
}

/** A paragraph wholly in emphasis without that emphasis; undefined for any other block. */
function asDirection(block: Block): Block | undefined {
  if (block.kind !== 'paragraph') return undefined
  const words = block.text.filter(
    (node) => !(node.type === 'text' && node.value.trim() === '') && node.type !== 'break',
  )
  if (words.length === 0 || !words.every((node) => node.type === 'emphasis')) return undefined
  const text = block.text.flatMap((node): readonly Inline[] =>
    node.type === 'emphasis' ? node.children : [node],
  )
  return { ...block, text }
}
