import type { DeckData } from '../data.js'

const MINUTE = 60_000

/** Where a speaker stands against the guide's minutes. */
export interface Standing {
  /** Of the section that the slide is in. */
  readonly section: number
  /** When it should begin and end, in minutes from the start; absent where the guide has no minutes. */
  readonly from?: number
  readonly to?: number
  /** Whole minutes past the section's end, or before its beginning; 0 is on time. */
  readonly late: number
  readonly early: number
}

/**
 * Section by section: who is still in one when its time is over is late, who is in one before its time is early.
 * @param elapsed in milliseconds
 * @param slide 1-based
 */
export function standing(
  { sections, duration }: Pick<DeckData, 'sections' | 'duration'>,
  elapsed: number,
  slide: number,
): Standing {
  const section = Math.max(
    sections.findLastIndex(({ first }) => first <= slide),
    0, // Title and agenda belong to the first one's time.
  )
  const minutes = sections.map((one) => one.minutes ?? 0)
  if (minutes.every((one) => one === 0))
    return { section, ...(duration ? { from: 0, to: duration } : {}), ...past(elapsed, 0, duration) }
  const from = sum(minutes.slice(0, section))
  const to = from + (minutes[section] ?? 0)
  return { section, from, to, ...past(elapsed, from, to) }
}

/** Minutes of the whole: the sections', or the front matter's where they have none. */
export function wholeMinutes({ sections, duration }: Pick<DeckData, 'sections' | 'duration'>): number {
  return sum(sections.map((one) => one.minutes ?? 0)) || (duration ?? 0)
}

function past(
  elapsed: number,
  from: number,
  to = Number.POSITIVE_INFINITY,
): Pick<Standing, 'late' | 'early'> {
  return {
    late: Math.max(0, Math.floor((elapsed - to * MINUTE) / MINUTE)),
    early: Math.max(0, Math.floor((from * MINUTE - elapsed) / MINUTE)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** Numbers in order, with those in a row as ranges: 14, 18 to 20. */
export function runs(numbers: readonly number[]): readonly (readonly [from: number, to: number])[] {
  return numbers.reduce<(readonly [number, number])[]>((list, n) => {
    const last = list.at(-1)
    return last && last[1] === n - 1 ? [...list.slice(0, -1), [last[0], n]] : [...list, [n, n]]
  }, [])
}
