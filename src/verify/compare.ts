import type { Guide } from '../guide/index.js'
import type { PdfStamp } from '../pdf/index.js'

/** A section that is not as it was when the edition was made. */
export interface Difference {
  readonly what: 'changed' | 'new' | 'gone' | 'moved'
  /** Of the section; '' for the front matter and the introduction. */
  readonly id: string
}

export interface Comparison {
  readonly isSame: boolean
  /** In the guide's order; then what is gone. Empty where the edition says nothing of its sections. */
  readonly differences: readonly Difference[]
}

/**
 * Whether an edition was made from the guide as it is now. Where its bytes have changed but no section has, only blank
 * lines or the ends of lines have.
 */
export function compareEdition(stamp: PdfStamp, guide: Pick<Guide, 'hash' | 'sectionHashes'>): Comparison {
  if (stamp.hash === guide.hash) return { isSame: true, differences: [] }
  const before = new Map(stamp.sections.map(({ id, hash }) => [id, hash]))
  const now = new Set(guide.sectionHashes.map(({ id }) => id))
  const order = stamp.sections.map(({ id }) => id).filter((id) => now.has(id))
  const kept = guide.sectionHashes.map(({ id }) => id).filter((id) => before.has(id))
  const inPlace = longestCommon(order, kept)
  const differences: readonly Difference[] = [
    ...guide.sectionHashes.flatMap(({ id, hash }): readonly Difference[] => {
      if (!before.has(id)) return [{ what: 'new', id }]
      if (before.get(id) !== hash) return [{ what: 'changed', id }]
      return inPlace.has(id) ? [] : [{ what: 'moved', id }]
    }),
    ...stamp.sections.flatMap(({ id }): readonly Difference[] => (now.has(id) ? [] : [{ what: 'gone', id }])),
  ]
  const isTold = stamp.sections.length > 0
  return { isSame: isTold && differences.length === 0, differences: isTold ? differences : [] }
}

/** The most ids that stand in the same order in both lists of the same ids. */
function longestCommon(one: readonly string[], other: readonly string[]): ReadonlySet<string> {
  const places = new Map(one.map((id, index) => [id, index]))
  /** By id, the longest ascending run that ends with it. */
  const runs: string[][] = []
  for (const id of other) {
    const place = places.get(id) ?? 0
    const before = runs
      .filter((run) => (places.get(run.at(-1) ?? '') ?? 0) < place)
      .reduce<string[]>((most, run) => (run.length > most.length ? run : most), [])
    runs.push([...before, id])
  }
  return new Set(runs.reduce<string[]>((most, run) => (run.length > most.length ? run : most), []))
}
