import { gram } from './corpus.js'
import type { Corpus } from './corpus.js'
import type { Word } from './normal.js'

const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Letters around the words that may stand between them. */
const reach = 400

/** Whether words are of a script that is written from right to left. */
export function isLeftward(words: readonly Word[]): boolean {
  return words.some((word) => leftward.test(word.normal))
}

/**
 * Looks for words of which only the order may differ. A PDF has the order of drawing, and where both directions, numbers
 * or two fonts meet in one line, the order of reading cannot be told from it for certain.
 */
export function standsJumbled(words: readonly Word[], corpus: Corpus): boolean {
  const pieces = words.flatMap(({ normal }) => normal.match(/\p{N}+|[^\p{N}]+/gu) ?? [])
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return anagramAt(corpus.text, only) >= 0
  const length = pieces.join('').length
  const anchors = words
    .filter(({ normal }) => normal.length >= 4)
    .toSorted((a, b) => b.normal.length - a.normal.length)
  return anchors.slice(0, 3).some(({ normal }) => {
    const places = normal.length >= gram ? corpus.occurrences(normal) : [...shortPlaces(corpus.text, normal)]
    return places.slice(0, 24).some((place) => {
      const window = corpus.text.slice(Math.max(0, place - length - reach), place + length + reach)
      return holdsAll(window, pieces)
    })
  })
}

/** Whether a text holds every piece, each in letters of its own; long ones first. */
function holdsAll(window: string, pieces: readonly string[]): boolean {
  let left = window
  return pieces
    .toSorted((a, b) => b.length - a.length)
    .every((piece) => {
      const exact = left.indexOf(piece)
      const at = exact >= 0 ? exact : anagramAt(left, piece)
      if (at >= 0) left = `${left.slice(0, at)}\n${left.slice(at + piece.length)}`
      return at >= 0
    })
}

/** Where the letters of a word of three or more stand next to each other in any order; -1 where nowhere. */
function anagramAt(text: string, piece: string): number {
  if (piece.length < 3 || !leftward.test(piece)) return -1
  const letters = new Set(piece)
  const wanted = sorted(piece)
  let row = 0
  for (let at = 0; at < text.length; at++) {
    row = letters.has(text.charAt(at)) ? row + 1 : 0
    const start = at - piece.length + 1
    if (row >= piece.length && sorted(text.slice(start, at + 1)) === wanted) return start
  }
  return -1
}

function sorted(letters: string): string {
  return Array.from(letters).toSorted().join('')
}

function* shortPlaces(text: string, needle: string): Generator<number> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) yield at
}
