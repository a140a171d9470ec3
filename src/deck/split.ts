import { plainText, type Block } from '../guide/index.js'
import { asItFits } from './as-it-fits.js'
import type { SlideMeasure } from './measure.js'
import { partition } from './partition.js'
import type { AgendaRow, Slide } from './slide.js'
import { blocksOf, unitsOf, type BlockUnit } from './units.js'

/** Up to this share of the room too much, one step down the scale is tried before a split. */
const DENSE_SHARE = 0.3

/** Of an agenda's room is filled: two columns never come out quite even. */
const AGENDA_SHARE = 0.9

/** What a line at the foot ("Handout, page 4") takes from the body, in px. */
const FOOT = 56

/** A slide that is too full, one step smaller or as several; the very same slide where neither helps. */
export function shrinkOrSplit(slide: Slide, measured: SlideMeasure): readonly Slide[] {
  if (slide.layout === 'divider') return splitDivider(slide)
  if (slide.agenda) return splitAgenda(slide, slide.agenda, measured)
  if (slide.blocks.length === 0) return slide.dense ? [slide] : [{ ...slide, dense: true }]
  const room = roomOf(slide, measured)
  const units = unitsOf(slide, measured)
  const isSlightlyOver = measured.side === 'end' || measured.overflow <= room * DENSE_SHARE
  const hasTallColumns = slide.blocks.some(
    ({ kind }, index) => kind === 'columns' && (measured.side === 'end' || heightOf(units, index) > room),
  )
  if (hasTallColumns && (slide.dense || !isSlightlyOver)) return [withoutColumns(slide)]
  if (slide.layout === 'steps') return [{ ...slide, layout: 'list' }]
  if (!slide.dense && isSlightlyOver && (units?.length ?? 0) > 0) return [{ ...slide, dense: true }]
  if (!units || units.length < 2) return slide.dense ? [slide] : [{ ...slide, dense: true }]
  const normal = { ...slide, dense: units.length < 2 }
  // Heights were measured dense: cut for the normal size, which is about a fifth taller.
  const cuts = partition(units, slide.dense ? room * 0.82 : room)
  if (cuts.length < 2) return slide.dense ? splitInHalf(normal, units) : [{ ...slide, dense: true }]
  return split(normal, units, cuts)
}

function heightOf(units: readonly BlockUnit[] | undefined, block: number): number {
  return (units ?? []).filter((unit) => unit.block === block).reduce((sum, { height }) => sum + height, 0)
}

/** Columns that fit on no slide beside each other stand one below the other, where they can be split. */
function withoutColumns(slide: Slide): Slide {
  return { ...slide, dense: false, blocks: slide.blocks.flatMap(stacked) }
}

function stacked(block: Block): readonly Block[] {
  return block.kind === 'columns' ? block.columns.flat().flatMap(stacked) : asItFits(block)
}

function split(slide: Slide, units: readonly BlockUnit[], cuts: readonly number[]): readonly Slide[] {
  const runs = cuts.map((end, index) => blocksOf(slide, units.slice(cuts[index - 1] ?? 0, end)))
  const homes = homesOf(runs)
  const moved = byHome(slide.moved, (block) => homes.get(block.id) ?? homes.get(firstItem(block)))
  const sources = byHome(slide.sources, (id) => homes.get(id))
  return runs.map((blocks, index) => ({
    ...slide,
    layout: layoutAfterSplit(slide, blocks),
    blocks,
    notes: index === 0 ? slide.notes : [],
    moved: moved.get(index) ?? [],
    sources: sources.get(index) ?? [],
  }))
}

/** Things by the run that they belong to; what belongs to none goes with the first. */
function byHome<Thing>(
  things: readonly Thing[],
  homeOf: (thing: Thing) => number | undefined,
): ReadonlyMap<number, readonly Thing[]> {
  const groups = new Map<number, Thing[]>()
  for (const thing of things) {
    const home = homeOf(thing) ?? 0
    const group = groups.get(home)
    if (group) group.push(thing)
    else groups.set(home, [thing])
  }
  return groups
}

/** In which run each block or item is shown, so that what was moved off it goes along. */
function homesOf(runs: readonly (readonly Block[])[]): ReadonlyMap<string, number> {
  const homes = new Map<string, number>()
  runs.forEach((blocks, index) => {
    for (const block of blocks) {
      if (!homes.has(block.id)) homes.set(block.id, index)
      if (block.kind === 'list') for (const item of block.items) homes.set(item.id, index)
      if (block.kind === 'list')
        for (const item of block.items) for (const inner of item.blocks) homes.set(inner.id, index)
    }
  })
  return homes
}

function firstItem(block: Block): string {
  return block.kind === 'list' ? (block.items[0]?.id ?? '') : ''
}

function layoutAfterSplit(slide: Slide, blocks: readonly Block[]): Slide['layout'] {
  if (slide.layout === 'figure' && !blocks.some((block) => block.kind === 'picture')) return 'content'
  return slide.layout === 'quote' || slide.layout === 'statement' ? 'content' : slide.layout
}

function splitInHalf(slide: Slide, units: readonly BlockUnit[]): readonly Slide[] {
  return split(slide, units, [Math.ceil(units.length / 2), units.length])
}

/** An opening slide that is too full keeps its first opening; the others go on to a slide of their own. */
function splitDivider(slide: Slide): readonly Slide[] {
  if (slide.blocks.length === 0) return [slide]
  const second = slide.blocks.findIndex((block, index) => index > 0 && block.kind === 'heading')
  const cut = Math.max(second, 0)
  return [
    { ...slide, blocks: slide.blocks.slice(0, cut) },
    {
      ...slide,
      kicker: [],
      layout: 'content',
      label: plainText(slide.title),
      titleIsMention: true,
      blocks: slide.blocks.slice(cut),
      notes: [],
      moved: [],
    },
  ]
}

/** Into as many slides as its height needs, at once: a guide may have hundreds of sections, and passes are few. */
function splitAgenda(slide: Slide, rows: readonly AgendaRow[], measured: SlideMeasure): readonly Slide[] {
  if (rows.length < 2) return [slide]
  const room = roomOf(slide, measured)
  const pieces = Math.min(
    rows.length,
    Math.max(2, Math.ceil((room + measured.overflow) / (room * AGENDA_SHARE))),
  )
  return Array.from({ length: pieces }, (_, index) => {
    const [from, to] = [index, index + 1].map((at) => Math.round((at * rows.length) / pieces))
    return { ...slide, agenda: rows.slice(from, to) }
  })
}

/** Height of the body, in px: from its first element to the limit. */
export function roomOf(slide: Slide, measured: SlideMeasure): number {
  const top = measured.elements[0]?.top ?? 212
  return measured.limit - Math.max(top, 0) - (slide.foot.length > 0 ? FOOT : 0)
}
