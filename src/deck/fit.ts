import type { Finding } from '../finding/index.js'
import type { Block } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { asItFits } from './as-it-fits.js'
import { densityOf } from './density.js'
import { handOver, idsIn, tellOf } from './hand-over.js'
import type { SlideMeasure } from './measure.js'
import { numberSeries } from './number.js'
import { partition } from './partition.js'
import type { Slide } from './slide.js'
import { split, splitAgenda, splitDivider, splitInHalf, withoutColumns } from './split.js'
import { roomOf, unitsOf, type BlockUnit } from './units.js'

/** Lays slides out in the browser and gives each one's measures, in order. */
export type Measure = (slides: readonly Slide[]) => Promise<readonly SlideMeasure[]>

export interface Fitted {
  readonly slides: readonly Slide[]
  readonly findings: readonly Finding[]
  /** Ids of the blocks, and of all inside them, that a reference to the handout stands for. */
  readonly replaced: ReadonlySet<string>
}

/** Passes that a deck may take: mostly two, and the last two replace what still does not fit. */
const PASSES = 6

/** Up to this share of the room too much, one step down the scale is tried before a split. */
const DENSE_SHARE = 0.3

/** Slides that may stand for one, in order of preference. */
type Options = readonly (readonly Slide[])[]

/**
 * Fits every slide: one step down the scale, else split, else its block is replaced by a reference to the handout
 * (guide-format section 4, rule 6). Nothing is cut off, whatever the guide holds. The first pass lays out all slides,
 * the second whatever may stand for those that are too full, side by side.
 * @param swollen ids of blocks whose length was told already: that they fit on no slide is not told again
 */
export async function fit(
  planned: readonly Slide[],
  measure: Measure,
  words: Words,
  swollen: ReadonlySet<string> = new Set(),
): Promise<Fitted> {
  const handedOver: Block[] = []
  const known = new Map<Slide, SlideMeasure>()
  let slides = numberSeries(planned.map((slide) => ({ ...slide, blocks: slide.blocks.flatMap(asItFits) })))
  await learn(slides)
  for (let pass = 2; pass <= PASSES; pass++) {
    const isLast = pass >= PASSES - 1
    const options = slides.map((slide) => optionsFor(slide, isLast))
    if (options.every((one) => one === undefined)) break
    await learn(options.flatMap((one) => one?.flat() ?? []))
    slides = renumbered(slides.flatMap((slide, index) => choose(options[index]) ?? [slide]))
  }
  const replaced = new Set(handedOver.flatMap(idsIn))
  return { slides, findings: tellOf(handedOver, slides, swollen), replaced }

  async function learn(unknown: readonly Slide[]): Promise<void> {
    const measures = await measure(unknown)
    unknown.forEach((slide, index) => {
      const measured = measures[index]
      if (measured) known.set(slide, measured)
    })
  }

  function optionsFor(slide: Slide, isLast: boolean): Options | undefined {
    const measured = known.get(slide)
    if (!measured || slide.layout === 'authored') return undefined
    if (measured.overflow <= 1) return isLast ? undefined : lighter(slide, measured)
    const smaller = isLast ? [] : smallerOptions(slide, measured)
    return smaller.length > 0 ? smaller.map(asContinued) : [[lastResort(slide, measured)]]
  }

  /** The first that fits; where none does, the last goes on to the next pass. */
  function choose(options: Options | undefined): readonly Slide[] | undefined {
    return options?.find((one) => one.every(fits)) ?? options?.at(-1)
  }

  function fits(slide: Slide): boolean {
    return (known.get(slide)?.overflow ?? 0) <= 1
  }

  /** Counts anew; what only changes its number ("2 of 3") keeps its measures. */
  function renumbered(list: readonly Slide[]): readonly Slide[] {
    const result = numberSeries(list)
    list.forEach((slide, index) => {
      const [one, measured] = [result[index], known.get(slide)]
      if (one && measured && isContinued(one) === isContinued(slide)) known.set(one, measured)
    })
    return result
  }

  function lastResort(slide: Slide, measured: SlideMeasure): Slide {
    const rest = handOver(slide, measured, words)
    handedOver.push(...rest.blocks)
    return rest.slide
  }
}

/** Slides of one that is cut are laid out as they will stand: the second and the next with the title of a continued one. */
function asContinued(option: readonly Slide[]): readonly Slide[] {
  if (option.length < 2) return option
  return option.map((slide, index) => {
    const n = (slide.part?.n ?? 1) + index
    return { ...slide, part: { n, of: option.length } }
  })
}

function isContinued({ part }: Slide): boolean {
  return part !== undefined && part.n > 1
}

/** A list or prose that fits, and yet is more than one slide should hold. */
function lighter(slide: Slide, measured: SlideMeasure): Options | undefined {
  const units = unitsOf(slide, measured)
  if (!units || units.length < 2 || !isTooDense(slide, units)) return undefined
  const cuts = partition(units, { height: roomOf(slide, measured), ...densityOf(slide) })
  return cuts.length < 2 ? undefined : [asContinued(split({ ...slide, dense: false }, units, cuts))]
}

function isTooDense(slide: Slide, units: readonly BlockUnit[]): boolean {
  const { words, items } = densityOf(slide)
  const sum = (share: 'words' | 'items') => units.reduce((all, unit) => all + unit[share], 0)
  return sum('words') > words || sum('items') > items
}

/** One step down the scale where that may do, and a split. Empty where neither is left. */
function smallerOptions(slide: Slide, measured: SlideMeasure): Options {
  const dense: Options = slide.dense ? [] : [[{ ...slide, dense: true }]]
  if (slide.layout === 'divider') return slide.blocks.length === 0 ? dense : [splitDivider(slide)]
  if (slide.agenda) {
    const parts = splitAgenda(slide, slide.agenda, measured)
    return parts.length < 2 ? dense : [...dense, parts]
  }
  if (slide.layout === 'steps') return [[{ ...slide, layout: 'list' }]]
  const units = unitsOf(slide, measured)
  const height = roomOf(slide, measured)
  const isTall = (block: number) => (units?.find((unit) => unit.block === block)?.height ?? 0) > height
  const hasTallColumns = slide.blocks.some(
    ({ kind }, index) => kind === 'columns' && (measured.side === 'end' || isTall(index)),
  )
  if (hasTallColumns) return [...dense, [withoutColumns(slide)]]
  if (!units || units.length < 2) return dense
  const normal = { ...slide, dense: false }
  // Heights that were measured dense: cut for the normal size, which is about a fifth taller.
  const cuts = partition(units, { height: slide.dense ? height * 0.82 : height, ...densityOf(slide) })
  if (cuts.length < 2) return slide.dense ? [splitInHalf(normal, units)] : dense
  const isSlightlyOver = measured.side === 'end' || measured.overflow <= height * DENSE_SHARE
  const tooTall = (index: number) => (units[cuts[index - 1] ?? 0]?.height ?? 0) > height
  // A piece that is too tall by itself has no other way than the step down: it is tried at once.
  const parts = split(normal, units, cuts).map((part, index) =>
    tooTall(index) ? { ...part, dense: true } : part,
  )
  return isSlightlyOver && !isTooDense(slide, units) ? [...dense, parts] : [parts]
}
