import { normal } from './normal.js'

/** A text that is searched: letters and digits in a row, and where words begin in it. */
export interface Corpus {
  readonly text: string
  /** Whether a stretch is whole words of one block (line of the source). */
  isWhole(place: number, length: number): boolean
  /** Whether a word begins here, or the text ends. */
  starts(place: number): boolean
  /** Places where `needle` stands, ascending; `needle` has at least `gram` characters. */
  occurrences(needle: string): readonly number[]
  /** Whether `needle`, of as many characters, stands anywhere. */
  stands(needle: string): boolean
}

/** Which characters of a corpus have been taken for a wanted text already: 0 for none. */
export type Taken = Uint8Array

/** Marks a text that stands once more than it is wanted: no short text may be found in it, but an interrupted one may. */
export const spare = 2

/** Characters that a place is looked up by. */
export const gram = 8

/** Makes a text ready to be searched, in time that grows with its length alone. */
export function corpusOf(source: string): Corpus {
  const lines = source.split('\n').map((line) => line.split(/\s+/).map(normal))
  const text = lines.flat().join('')
  const starts = new Uint8Array(text.length + 1)
  /** For each character, the line that it is in. */
  const lineOf = new Int32Array(text.length)
  let at = 0
  for (const [index, line] of lines.entries()) {
    const start = at
    for (const word of line) {
      starts[at] = 1
      at += word.length
    }
    lineOf.fill(index, start, at)
  }
  starts[at] = 1
  const lookUp = indexGrams(text)

  function occurrences(needle: string): readonly number[] {
    const found: number[] = []
    for (let place = lookUp.first(needle); place >= 0; place = lookUp.next(place))
      if (text.startsWith(needle, place)) found.push(place)
    return found
  }

  function stands(needle: string): boolean {
    for (let place = lookUp.first(needle); place >= 0; place = lookUp.next(place))
      if (text.startsWith(needle, place)) return true
    return false
  }

  return {
    text,
    occurrences,
    stands,
    starts: (place) => starts[place] === 1,
    isWhole: (place, length) =>
      starts[place] === 1 && starts[place + length] === 1 && lineOf[place] === lineOf[place + length - 1],
  }
}

interface GramIndex {
  first(needle: string): number
  next(place: number): number
}

/** Chains together all places whose next few characters have one hash. */
function indexGrams(text: string): GramIndex {
  const size = 2 ** Math.ceil(Math.log2(Math.max(text.length, 16)))
  const heads = new Int32Array(size).fill(-1)
  const nexts = new Int32Array(text.length).fill(-1)
  const slot = (source: string, at: number): number => {
    let hash = 0
    for (let i = at; i < at + gram; i++) hash = Math.imul(hash, 31) + source.charCodeAt(i)
    return (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) & (size - 1)
  }
  // From the end, so that a chain is ascending.
  for (let place = text.length - gram; place >= 0; place--) {
    const at = slot(text, place)
    nexts[place] = heads[at] ?? -1
    heads[at] = place
  }
  return { first: (needle) => heads[slot(needle, 0)] ?? -1, next: (place) => nexts[place] ?? -1 }
}
