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
 * Looks for words of which only the order may differ. A PDF has the order of drawing, and where both directions meet
 * in one line, along with numbers, the order of reading cannot be told from it for certain.
 */
export function standsJumbled(words: readonly Word[], corpus: Corpus): boolean {
  const pieces = words.flatMap(({ normal }) => normal.match(/\p{N}+|[^\p{N}]+/gu) ?? [])
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
      const at = left.indexOf(piece)
      if (at >= 0) left = `${left.slice(0, at)}\n${left.slice(at + piece.length)}`
      return at >= 0
    })
}

function* shortPlaces(text: string, needle: string): Generator<number> {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) yield at
}
