import type { Slide } from './slide.js'

/** Counts the slides of each series ("2 of 3") and gives each slide an id of its own; only the first has its title as a heading. */
export function numberSeries(slides: readonly Slide[]): readonly Slide[] {
  const totals = new Map<string, number>()
  for (const { series } of slides) if (series) totals.set(series, (totals.get(series) ?? 0) + 1)
  const counts = new Map<string, number>()
  return slides.map((slide) => {
    const { series } = slide
    const of = series ? (totals.get(series) ?? 1) : 1
    if (!series || of < 2) return withoutPart(slide)
    const n = (counts.get(series) ?? 0) + 1
    counts.set(series, n)
    if (slide.part?.n === n && slide.part.of === of) return slide
    return { ...slide, part: { n, of }, ...(n === 1 ? {} : { id: `${series}-${n}`, titleIsMention: true }) }
  })
}

/** The very same slide where it has none, so that what was measured need not be measured again. */
function withoutPart(slide: Slide): Slide {
  if (!slide.part) return slide
  const { part: _, ...rest } = slide
  return rest
}
