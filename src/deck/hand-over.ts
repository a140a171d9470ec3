import { finding, type Finding } from '../finding/index.js'
import { plainText, type Block } from '../guide/index.js'
import type { Words } from '../words/index.js'
import type { SlideMeasure } from './measure.js'
import { PAGE_SEAT } from './page-seat.js'
import type { Slide } from './slide.js'
import { roomOf, unitsOf } from './units.js'

/** A slide with what fits on none in its notes, and a reference to the handout in its place. */
export interface HandedOver {
  readonly slide: Slide
  readonly blocks: readonly Block[]
}

/** Takes from a slide the blocks that are too tall for it, else those that may be too wide. */
export function handOver(slide: Slide, measured: SlideMeasure, words: Words): HandedOver {
  const room = roomOf(slide, measured)
  const tooTall = new Set(
    unitsOf(slide, measured)
      ?.filter((unit) => unit.height > room)
      .map((unit) => unit.block),
  )
  const culprits = tooTall.size > 0 ? tooTall : widest(slide)
  const blocks = slide.blocks.filter((_, index) => culprits.has(index))
  const [first] = blocks
  return {
    blocks,
    slide: {
      ...slide,
      blocks: slide.blocks.map((block, index) => (culprits.has(index) ? reference(block, words) : block)),
      moved: [...slide.moved, ...blocks],
      ...(slide.cites || !first ? {} : { cites: first.id }),
    },
  }
}

/**
 * Tells of what the handout has instead of the slides.
 * @param swollen ids of blocks that are too long for another reason, which was told already
 */
export function tellOf(
  handedOver: readonly Block[],
  slides: readonly Slide[],
  swollen: ReadonlySet<string>,
): readonly Finding[] {
  return handedOver
    .filter((block) => !idsIn(block).some((id) => swollen.has(id)))
    .map((block) => {
      const slide = slides.findIndex(({ moved }) => moved.includes(block)) + 1
      return finding('block-to-handout', { what: block.kind, slide }, block.place)
    })
}

/** The id of a block and of every node inside it. */
export function idsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(idsIn)
  if (typeof node !== 'object' || node === null) return []
  const own = 'id' in node && typeof node.id === 'string' ? [node.id] : []
  return [...own, ...Object.values(node).flatMap(idsIn)]
}

/** Blocks that may be too wide; prose never is. */
function widest(slide: Slide): ReadonlySet<number> {
  const indices = slide.blocks.map((_, index) => index)
  const others = indices.filter(
    (index) => slide.blocks[index]?.kind !== 'paragraph' && slide.blocks[index]?.kind !== 'heading',
  )
  return new Set(others.length > 0 ? others : indices)
}

/** Caption or title of the block and the page of the handout where it stands whole. */
export function reference(block: Block, words: Words): Block {
  const caption =
    block.kind === 'picture'
      ? (block.caption ?? block.alt)
      : block.kind === 'callout' && block.title
        ? plainText(block.title)
        : block.kind === 'table'
          ? block.head.cells.map(plainText).filter(Boolean).join(' · ')
          : ''
  const page = words.say('handoutPage', { n: PAGE_SEAT })
  return {
    kind: 'paragraph',
    id: block.id,
    place: block.place,
    text: [{ type: 'text', value: caption ? `${caption}. ${page}` : page }],
  }
}
