import { plainText, type Block } from '../guide/index.js'
import { asItFits } from './as-it-fits.js'
import type { SlideMeasure } from './measure.js'
import { layoutOf } from './shapes.js'
import type { AgendaRow, Layout, Slide } from './slide.js'
import { blocksOf, roomOf, type BlockUnit } from './units.js'

/** Of an agenda's room is filled: two columns never come out quite even. */
const AGENDA_SHARE = 0.9

/** Layouts that follow from the shape of what stands on a slide. */
const SHAPED: readonly Layout[] = ['content', 'list', 'table', 'figure', 'code', 'quote', 'statement']

/** Columns that fit on no slide beside each other stand one below the other, where they can be split. */
export function withoutColumns(slide: Slide): Slide {
  return { ...slide, dense: false, blocks: slide.blocks.flatMap(stacked) }
}

function stacked(block: Block): readonly Block[] {
  return block.kind === 'columns' ? block.columns.flat().flatMap(stacked) : asItFits(block)
}

/** The slides that a slide becomes where it is cut after the units that `cuts` names. */
export function split(slide: Slide, units: readonly BlockUnit[], cuts: readonly number[]): readonly Slide[] {
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

/** A part asks for the layout of what it holds; those of one block keep theirs while they have that block. */
function layoutAfterSplit(slide: Slide, blocks: readonly Block[]): Slide['layout'] {
  if (slide.layout === 'solution') return layoutOf(blocks) === 'figure' ? 'figure' : 'solution'
  if (!SHAPED.includes(slide.layout)) return slide.layout
  const layout = layoutOf(blocks)
  // Part of a list looks as the other parts do.
  if (blocks.some((block) => block.kind === 'list') && layout !== 'content' && layout !== 'figure')
    return 'list'
  return layout === 'quote' || layout === 'statement' ? 'content' : layout
}

/** Where no cut is known to do, the half of its units on each. */
export function splitInHalf(slide: Slide, units: readonly BlockUnit[]): readonly Slide[] {
  return split(slide, units, [Math.ceil(units.length / 2), units.length])
}

/** An opening slide that is too full keeps its first opening; the others go on to a slide of their own. */
export function splitDivider(slide: Slide): readonly Slide[] {
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
export function splitAgenda(
  slide: Slide,
  rows: readonly AgendaRow[],
  measured: SlideMeasure,
): readonly Slide[] {
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
