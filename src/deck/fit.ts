import { finding, type Finding } from '../finding/index.js'
import { cutAtColumns, plainText, type Block } from '../guide/index.js'
import type { Words } from '../words/index.js'
import type { SlideMeasure } from './measure.js'
import { numberSeries } from './number.js'
import { partition } from './partition.js'
import type { AgendaRow, Slide } from './slide.js'
import { blocksOf, unitsOf, type BlockUnit } from './units.js'
import { wrapCode } from './wrap-code.js'

/** Lays slides out in the browser and gives each one's measures, in order. */
export type Measure = (slides: readonly Slide[]) => Promise<readonly SlideMeasure[]>

export interface Fitted {
  readonly slides: readonly Slide[]
  readonly findings: readonly Finding[]
  /** Ids of the blocks, and of all inside them, that a reference to the handout stands for. */
  readonly replaced: ReadonlySet<string>
}

/** Splitting ends: each pass makes slides shorter, and the last replaces what still does not fit. */
const PASSES = 5

/** Up to this share of the room too much, one step down the scale is tried before a split. */
const DENSE_SHARE = 0.3

/** Of an agenda's room is filled: two columns never come out quite even. */
const AGENDA_SHARE = 0.9

/** What a line at the foot ("Handout, page 4") takes from the body, in px. */
const FOOT = 56

/**
 * Fits every slide: one step down the scale, else split, else its block is replaced by a reference to the handout
 * (guide-format section 4, rule 6). Nothing is cut off, whatever the guide holds.
 */
export async function fit(planned: readonly Slide[], measure: Measure, words: Words): Promise<Fitted> {
  const findings: Finding[] = []
  const replaced = new Set<string>()
  let slides = numberSeries(planned.map((slide) => ({ ...slide, blocks: slide.blocks.flatMap(asItFits) })))
  // Slides do not touch each other: a pass lays out only those that the one before changed.
  const known = new Map<Slide, SlideMeasure | undefined>()
  for (let pass = 1; pass <= PASSES; pass++) {
    const unknown = slides.filter((slide) => !known.has(slide))
    const fresh = unknown.length > 0 ? await measure(unknown) : []
    unknown.forEach((slide, index) => known.set(slide, fresh[index]))
    const isLast = pass >= PASSES - 1
    const next = slides.flatMap((slide) => {
      const measured = known.get(slide)
      if (!measured || measured.overflow <= 1 || slide.layout === 'authored') return [slide]
      const smaller = isLast ? [] : shrinkOrSplit(slide, measured)
      return smaller.length === 0 || smaller[0] === slide ? replace(slide, measured) : smaller
    })
    if (next.every((slide, index) => slide === slides[index]) && next.length === slides.length) break
    slides = numberSeries(next)
  }
  return { slides, findings, replaced }

  function replace(slide: Slide, measured: SlideMeasure): readonly Slide[] {
    const units = unitsOf(slide, measured)
    const room = roomOf(slide, measured)
    const tooTall = new Set(units?.filter((unit) => unit.height > room).map((unit) => unit.block))
    const culprits = tooTall.size > 0 ? tooTall : widest(slide)
    const blocks = slide.blocks.map((block, index) => {
      if (!culprits.has(index)) return block
      for (const id of idsIn(block)) replaced.add(id)
      findings.push(finding('block-to-handout', { what: nameOf(block), slide: slide.line }, block.place))
      return reference(block, words)
    })
    const moved = slide.blocks.filter((_, index) => culprits.has(index))
    const [first] = moved
    return [
      {
        ...slide,
        blocks,
        moved: [...slide.moved, ...moved],
        ...(slide.cites || !first ? {} : { cites: first.id }),
      },
    ]
  }
}

/** px. The whole width of a slide, of 27 px semibold, and what stands between columns. */
const TABLE_ROOM = { width: 1152, letter: 15, gap: 24 }

/** What is too wide for any slide is broken before the first is laid out. */
function asItFits(block: Block): readonly Block[] {
  return block.kind === 'table' ? cutAtColumns(block, TABLE_ROOM) : [wrapCode(block)]
}

/** The id of a block and of every node inside it. */
function idsIn(node: unknown): readonly string[] {
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

function shrinkOrSplit(slide: Slide, measured: SlideMeasure): readonly Slide[] {
  if (slide.layout === 'divider') return splitDivider(slide)
  if (slide.agenda) return splitAgenda(slide, slide.agenda, measured)
  if (slide.blocks.length === 0) return slide.dense ? [slide] : [{ ...slide, dense: true }]
  const room = roomOf(slide, measured)
  const units = unitsOf(slide, measured)
  const isSlightlyOver = measured.side === 'end' || measured.overflow <= room * DENSE_SHARE
  if (slide.layout === 'steps') return [{ ...slide, layout: 'list' }]
  if (!slide.dense && isSlightlyOver && (units?.length ?? 0) > 0) return [{ ...slide, dense: true }]
  if (!units || units.length < 2) return slide.dense ? [slide] : [{ ...slide, dense: true }]
  const normal = { ...slide, dense: units.length < 2 }
  // Heights were measured dense: cut for the normal size, which is about a fifth taller.
  const cuts = partition(units, slide.dense ? room * 0.82 : room)
  if (cuts.length < 2) return slide.dense ? splitInHalf(normal, units) : [{ ...slide, dense: true }]
  return split(normal, units, cuts)
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
function roomOf(slide: Slide, measured: SlideMeasure): number {
  const top = measured.elements[0]?.top ?? 212
  return measured.limit - Math.max(top, 0) - (slide.foot.length > 0 ? FOOT : 0)
}

function nameOf(block: Block): string {
  return block.kind === 'list' ? 'list' : block.kind === 'formula' ? 'formula' : block.kind
}

/** Caption or title of the block and the page of the handout where it stands whole. */
function reference(block: Block, words: Words): Block {
  const caption =
    block.kind === 'picture'
      ? (block.caption ?? block.alt)
      : block.kind === 'callout' && block.title
        ? plainText(block.title)
        : block.kind === 'table'
          ? block.head.cells.map(plainText).filter(Boolean).join(' · ')
          : ''
  const page = words.say('handoutPage', { n: '{page}' })
  return {
    kind: 'paragraph',
    id: block.id,
    place: block.place,
    text: [{ type: 'text', value: caption ? `${caption}. ${page}` : page }],
  }
}
