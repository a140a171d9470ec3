import { gram, spare } from './corpus.js'
import type { Corpus, Taken } from './corpus.js'
import type { Word } from './normal.js'

/** The longest interruption, in letters: a margin note, a running mark, the head of a continued slide. */
const reach = 800
/** Places that are tried before a text is given up: in all, and of one word. */
const tries = 24
const triesOfWord = 6

type Result = { readonly place: number; readonly lostFrom?: undefined } | { readonly lostFrom: number }

/**
 * Looks for words that stand in order, but with others between them (footnote numbers, a margin note, line
 * numbers), near `expected` first. Takes their characters when all are found.
 */
export function findInterrupted(
  words: readonly Word[],
  corpus: Corpus,
  taken: Taken,
  expected: number,
): Result {
  const near = follow(words, corpus, taken, expected)
  if (near.next === words.length) return settle(near.pieces, taken)

  let best = near.next
  let left = tries
  for (let anchor = 0; anchor < words.length && left > 0; anchor++) {
    const needle = from(words, anchor, anchor + 40)
    if (needle.length < gram) break
    for (const place of likeliest(needle, corpus, taken, expected)) {
      left--
      const before = from(words, 0, anchor).length
      const start = anchor === 0 ? place : Math.max(0, place - before - reach)
      const { pieces, next } = follow(words, corpus, taken, start)
      if (next === words.length) return settle(pieces, taken)
      best = Math.max(best, next)
    }
  }
  return { lostFrom: best }
}

/** Places where a text begins, those first where most of it follows, then the nearest. */
function likeliest(
  needle: string,
  { text, occurrences }: Corpus,
  taken: Taken,
  expected: number,
): readonly number[] {
  return occurrences(needle.slice(0, gram))
    .filter((place) => isFree(taken, place))
    .map((place) => {
      let length = gram
      while (length < needle.length && text[place + length] === needle[length]) length++
      return { place, length }
    })
    .toSorted((a, b) => b.length - a.length || Math.abs(a.place - expected) - Math.abs(b.place - expected))
    .slice(0, triesOfWord)
    .map(({ place }) => place)
}

interface PlacedPiece {
  readonly place: number
  readonly length: number
}

function isFree(taken: Taken, place: number): boolean {
  return taken[place] === 0 || taken[place] === spare
}

function settle(pieces: readonly PlacedPiece[], taken: Taken): Result {
  for (const { place, length } of pieces) taken.fill(1, place, place + length)
  return { place: pieces[0]?.place ?? 0 }
}

/** Follows the words from a place on, each run of them within reach of the one before. */
function follow(
  words: readonly Word[],
  corpus: Corpus,
  taken: Taken,
  start: number,
): { readonly pieces: readonly PlacedPiece[]; readonly next: number } {
  const pieces: PlacedPiece[] = []
  let at = start
  let next = 0
  while (next < words.length) {
    const stretch = corpus.text.slice(at, at + reach)
    const piece = nextPiece(words, next, stretch, at, corpus, taken)
    if (!piece) break
    let end = piece.place + piece.length
    next += piece.words
    for (let word = words[next]; word && corpus.text.startsWith(word.normal, end); word = words[++next])
      end += word.normal.length
    pieces.push({ place: piece.place, length: end - piece.place })
    at = end
  }
  return { pieces, next }
}

/** The first run of words from `next` on in a stretch; a longer run is surer than a shorter one. */
function nextPiece(
  words: readonly Word[],
  next: number,
  stretch: string,
  offset: number,
  corpus: Corpus,
  taken: Taken,
): (PlacedPiece & { readonly words: number }) | undefined {
  for (let count = Math.min(4, words.length - next); count > 0; count--) {
    const needle = from(words, next, next + count)
    for (let at = stretch.indexOf(needle); at >= 0; at = stretch.indexOf(needle, at + 1)) {
      const place = offset + at
      const surely = needle.length > 3 || corpus.starts(place)
      if (surely && isFree(taken, place) && isFree(taken, place + needle.length - 1))
        return { place, length: needle.length, words: count }
    }
  }
  return undefined
}

function from(words: readonly Word[], start: number, end = words.length): string {
  return words
    .slice(start, end)
    .map((word) => word.normal)
    .join('')
}
