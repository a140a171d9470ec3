import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import { align } from './align.js'
import { add, count } from './count.js'
import type { ExpectedHeading } from './expected-headings.js'

/** A heading of an artefact, by the key of the expected one that it is. */
export interface KeyedHeading {
  readonly level: number
  readonly key: string
}

export interface Comparison {
  readonly wanted: readonly ExpectedHeading[]
  readonly found: readonly KeyedHeading[]
  /** How often a heading's text may stand beside it, heading something else. */
  readonly spare: (heading: Pick<ExpectedHeading, 'key' | 'level'>) => number
  readonly artefact: string
  /** In the deck, sections are of level 1 and all others below; paper is free. */
  readonly levels: boolean
  /** These are bookmarks: they follow the headings, and are told only where they are missing. */
  readonly outline: boolean
}

/** What is missing, out of order or repeated among the headings of an artefact. */
export function compareHeadings({
  wanted,
  found,
  spare,
  artefact,
  levels,
  outline,
}: Comparison): readonly Finding[] {
  const keyOf = ({ level, key }: KeyedHeading): string => (levels ? `${level === 1 ? 1 : 2} ${key}` : key)
  const wantedKeys = wanted.map(keyOf)
  const foundKeys = found.map(keyOf)
  const places = align(wantedKeys, foundKeys)

  // What stands there beside the headings in their places.
  const left = count(foundKeys)
  for (const place of places) if (place >= 0) add(left, foundKeys[place] ?? '', -1)
  const stray = (heading: ExpectedHeading): boolean => (left.get(keyOf(heading)) ?? 0) > spare(heading)

  const missing: ExpectedHeading[] = []
  const moved: ExpectedHeading[] = []
  for (const [index, heading] of wanted.entries()) {
    if (places[index] !== -1) continue
    if (!stray(heading)) missing.push(heading)
    else {
      moved.push(heading)
      add(left, keyOf(heading), -1)
    }
  }
  const gone = wholeSections(missing, wanted)
  if (outline)
    return gone.map(({ what, text, place }) => finding('bookmark-missing', { what, text, artefact }, place))

  const repeated = wanted.filter(
    (heading, index) => wantedKeys.indexOf(keyOf(heading)) === index && stray(heading),
  )
  return [
    ...gone.map(({ what, text, place }) => finding('heading-missing', { what, text, artefact }, place)),
    ...moved.map(({ what, text, place }) => finding('heading-order', { what, text, artefact }, place)),
    ...repeated.map((heading) => {
      const { what, text, place } = heading
      const times = foundKeys.filter((key) => key === keyOf(heading)).length
      const right = wantedKeys.filter((key) => key === keyOf(heading)).length
      return finding('heading-repeated', { what, text, artefact, times, right }, place)
    }),
  ]
}

/** Where a section is missing with all that is in it, it alone is told. */
function wholeSections(
  missing: readonly ExpectedHeading[],
  expected: readonly ExpectedHeading[],
): readonly ExpectedHeading[] {
  return missing.filter(
    ({ what, section }) =>
      what === 'section' || section === undefined || countOf(section, missing) < countOf(section, expected),
  )
}

function countOf(section: string, headings: readonly ExpectedHeading[]): number {
  return headings.filter((heading) => heading.section === section).length
}
