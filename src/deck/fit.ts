import type { Finding } from '../finding/index.js'
import type { Block } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { asItFits } from './as-it-fits.js'
import { handOver, idsIn, tellOf } from './hand-over.js'
import type { SlideMeasure } from './measure.js'
import { numberSeries } from './number.js'
import type { Slide } from './slide.js'
import { shrinkOrSplit } from './split.js'

/** Lays slides out in the browser and gives each one's measures, in order. */
export type Measure = (slides: readonly Slide[]) => Promise<readonly SlideMeasure[]>

export interface Fitted {
  readonly slides: readonly Slide[]
  readonly findings: readonly Finding[]
  /** Ids of the blocks, and of all inside them, that a reference to the handout stands for. */
  readonly replaced: ReadonlySet<string>
}

/** Splitting ends: each pass makes slides shorter, and the last two replace what still does not fit. */
const PASSES = 6

/**
 * Fits every slide: one step down the scale, else split, else its block is replaced by a reference to the handout
 * (guide-format section 4, rule 6). Nothing is cut off, whatever the guide holds.
 * @param swollen ids of blocks whose length was told already: that they fit on no slide is not told again
 */
export async function fit(
  planned: readonly Slide[],
  measure: Measure,
  words: Words,
  swollen: ReadonlySet<string> = new Set(),
): Promise<Fitted> {
  const handedOver: Block[] = []
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
      if (smaller.length > 0 && smaller[0] !== slide) return smaller
      const rest = handOver(slide, measured, words)
      handedOver.push(...rest.blocks)
      return [rest.slide]
    })
    if (next.every((slide, index) => slide === slides[index]) && next.length === slides.length) break
    slides = numberSeries(next)
  }
  const replaced = new Set(handedOver.flatMap(idsIn))
  return { slides, findings: tellOf(handedOver, slides, swollen), replaced }
}
