export interface Built {
  /** Of the source. */
  readonly bytes: number
  /** From its start to its end, beside the other lanes. */
  readonly seconds: number
}

/** What a guide costs before its first word, as bytes of source: opening pages and checking come with every one. */
const FIXED_BYTES = 4000
/** Before so many are built, one odd guide would say too much. */
const FEWEST = 3

/**
 * Seconds until all is built, from the median cost of a byte so far; undefined before some guides were built.
 * @param left bytes of source of each guide that is not built yet
 */
export function secondsLeft(
  built: readonly Built[],
  left: readonly number[],
  lanes: number,
): number | undefined {
  if (left.length === 0) return 0
  if (built.length < FEWEST) return undefined
  const rates = built.map(({ bytes, seconds }) => seconds / (bytes + FIXED_BYTES)).toSorted((a, b) => a - b)
  const middle = rates.length / 2
  const rate = ((rates[Math.ceil(middle) - 1] ?? 0) + (rates[Math.floor(middle)] ?? 0)) / 2
  const costs = left.map((bytes) => (bytes + FIXED_BYTES) * rate)
  const sum = costs.reduce((total, cost) => total + cost, 0)
  // One long guide keeps its lane busy when the others are done.
  return costs.reduce((most, cost) => Math.max(most, cost), sum / lanes)
}
