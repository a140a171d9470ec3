import { gram, spare } from './corpus.js'
import type { Corpus, Taken } from './corpus.js'
import { findInterrupted } from './interrupted.js'
import { isLeftward, standsJumbled } from './jumbled.js'
import type { Word } from './normal.js'

/** Words that should stand in a text. */
export interface Wanted {
  readonly words: readonly Word[]
  /** All its words in a row. */
  readonly normal: string
}

/** Letters of a short text that are more than chance. */
const telling = 4

/** What was found of one wanted text. */
export interface Found {
  /** Index of the first word that is not there; absent where all are. */
  readonly lostFrom?: number
}

/**
 * Looks for every wanted text in a corpus; each takes its own words, so that a text that is wanted twice must
 * stand there twice. Long ones go first: what is left then are the words that short ones can be found in.
 */
export function findWords(wanted: readonly Wanted[], corpus: Corpus): readonly Found[] {
  const taken: Taken = new Uint8Array(corpus.text.length)
  /** Where each one stands; -1 while it is not found. */
  const places = new Int32Array(wanted.length).fill(-1)
  const found: Found[] = wanted.map(() => ({}))

  placeLong(wanted, corpus, taken, places)
  for (const [index, { words, normal }] of wanted.entries()) {
    if (places[index] !== -1 || normal.length < gram) continue
    const result = findInterrupted(words, corpus, taken, placeBefore(wanted, places, index))
    if (result.lostFrom === undefined) places[index] = result.place
    else found[index] = { lostFrom: result.lostFrom }
  }
  for (const index of placeShort(wanted, corpus, taken, places)) found[index] = { lostFrom: 0 }
  return found.map((one, index) => {
    const words = wanted[index]?.words ?? []
    return one.lostFrom !== undefined && isLeftward(words) && standsJumbled(words, corpus) ? {} : one
  })
}

function placeLong(wanted: readonly Wanted[], corpus: Corpus, taken: Taken, places: Int32Array): void {
  const same = new Map<string, number[]>()
  for (const [index, { normal }] of wanted.entries()) {
    if (normal.length < gram) continue
    const indices = same.get(normal)
    if (indices) indices.push(index)
    else same.set(normal, [index])
  }
  const free = new Map<string, readonly number[]>()
  for (const text of [...same.keys()].toSorted((a, b) => b.length - a.length)) {
    const at = corpus.occurrences(text)
    const whole = at.filter((place) => corpus.isWhole(place, text.length))
    // "Functions" stands in "function showList", and three cells in a row may read like a fourth: only where it must
    // be is a text put together so.
    const enough = whole.length >= (same.get(text)?.length ?? 0)
    free.set(
      text,
      (enough ? whole : at).filter((place) => take(taken, place, text.length)),
    )
  }
  // Those whose places leave no choice come first: they tell the others where to look.
  const groups = [...same].map(([text, indices]) => ({ indices, at: free.get(text) ?? [] }))
  for (const { indices, at } of groups)
    if (indices.length === at.length) indices.forEach((index, i) => (places[index] = at[i] ?? -1))
  for (const { indices, at } of groups)
    if (indices.length !== at.length) {
      const used = placeNearest(wanted, places, indices, at)
      for (const place of at)
        if (!used.has(place)) taken.fill(spare, place, place + (wanted[indices[0] ?? 0]?.normal.length ?? 0))
    }
}

/** Gives each place to the text that is nearest to it by what stands before it in the guide; gives the places used. */
function placeNearest(
  wanted: readonly Wanted[],
  places: Int32Array,
  indices: readonly number[],
  at: readonly number[],
): ReadonlySet<number> {
  const expected = indices.map((index) => placeBefore(wanted, places, index))
  // Enough to choose from; in larger crowds the order of the guide decides.
  const pairs =
    indices.length * at.length > 20_000
      ? indices.map((_, i) => ({ i, place: i, far: i })).filter(({ i }) => i < at.length)
      : indices.flatMap((_, i) =>
          at.map((to, place) => ({ i, place, far: Math.abs(to - (expected[i] ?? 0)) })),
        )
  const used = new Set<number>()
  for (const { i, place } of pairs.toSorted((a, b) => a.far - b.far)) {
    const index = indices[i]
    const to = at[place]
    if (index === undefined || to === undefined || places[index] !== -1 || used.has(to)) continue
    used.add(to)
    places[index] = to
  }
  return used
}

/** Short texts, in the order of the guide, each between its neighbours or else anywhere; gives those not found. */
function placeShort(
  wanted: readonly Wanted[],
  corpus: Corpus,
  taken: Taken,
  places: Int32Array,
): readonly number[] {
  const after = placesAfter(places)
  const set = (index: number, place: number): void => {
    taken.fill(1, place, place + (wanted[index]?.normal.length ?? 0))
    places[index] = place
  }
  // Each in its own place first, as a whole word: else one would take, or cut, the place of another that comes later.
  const homeless: number[] = []
  for (const [index, { normal }] of wanted.entries()) {
    if (places[index] !== -1 || normal.length >= gram || normal === '') continue
    const low = placeBefore(wanted, places, index)
    const next = after[index] ?? -1
    const high = next > low ? next : low + 400
    let place = nextFree(corpus, taken, normal, low, high, true)
    // Two lines of code may read like a third: what stands once more than that is wanted may be one of the two.
    if (place < 0 && next > low && normal.length >= telling)
      place = nextFree(corpus, taken, normal, low, high, true, spare)
    if (place < 0) homeless.push(index)
    else set(index, place)
  }
  const elsewhere = new Map<string, number>()
  return homeless.filter((index) => {
    const { normal } = wanted[index] as Wanted
    let place = nextFree(corpus, taken, normal, elsewhere.get(normal) ?? 0, corpus.text.length, true)
    elsewhere.set(normal, place < 0 ? corpus.text.length : place + 1)
    if (place < 0) {
      const low = placeBefore(wanted, places, index)
      const next = after[index] ?? -1
      place = nextFree(corpus, taken, normal, low, next > low ? next : low + 400, false)
    }
    if (place >= 0) set(index, place)
    return place < 0
  })
}

/** First place of free characters from `low` to `high` where `needle` stands; `whole` asks for whole words. */
function nextFree(
  corpus: Corpus,
  taken: Taken,
  needle: string,
  low: number,
  high: number,
  whole: boolean,
  least = 0,
): number {
  const { text, isWhole } = corpus
  // Only the stretch is searched: a search to the end for each short text would be quadratic.
  const stretch = low === 0 && high === text.length ? text : text.slice(low, high + needle.length)
  for (let at = stretch.indexOf(needle); at >= 0; at = stretch.indexOf(needle, at + 1)) {
    const place = low + at
    const free = [place, place + needle.length - 1].every((end) => taken[end] === 0 || taken[end] === least)
    if (free && (!whole || isWhole(place, needle.length))) return place
  }
  return -1
}

/** Takes a stretch, unless its ends are taken. */
export function take(taken: Taken, place: number, length: number): boolean {
  if (taken[place] !== 0 || taken[place + length - 1] !== 0) return false
  taken.fill(1, place, place + length)
  return true
}

/** Where the nearest text before this one in the guide ends in the corpus; 0 where none is found. */
function placeBefore(wanted: readonly Wanted[], places: Int32Array, index: number): number {
  for (let before = index - 1; before >= Math.max(0, index - 200); before--) {
    const place = places[before] ?? -1
    if (place >= 0) return place + (wanted[before]?.normal.length ?? 0)
  }
  return 0
}

/** For each text, where the next one after it that is found stands; -1 where there is none. */
function placesAfter(places: Int32Array): Int32Array {
  const after = new Int32Array(places.length).fill(-1)
  for (let index = places.length - 2; index >= 0; index--) {
    const next = places[index + 1] ?? -1
    after[index] = next >= 0 ? next : (after[index + 1] ?? -1)
  }
  return after
}
