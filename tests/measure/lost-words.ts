import { UNREAD, isFromRight, wordsOf } from './words.js'

/** A run of words that must stand together: a paragraph, a cell, a block of code. */
export interface Chunk {
  /** Of the guide's source, 1-based. */
  readonly line: number
  readonly words: readonly string[]
  /** Says again what stands elsewhere, and may be said there alone. */
  readonly isMention?: boolean
}

export interface LostWord {
  readonly word: string
  readonly line: number
}

/** What may stand between two pieces of one run: a turn of the page, notes in the margin, a table's head again. */
const gap = 400

/** A run of so few words may stand in many places. */
const shortRun = 3

/** A word that was broken over lines has at most this many pieces. */
const mostPieces = 12

/**
 * The words of the guide that the printed text lacks. Each word of the guide takes one of the text for itself, with its
 * whole run where it stands together, else in pieces near each other: that a word stands elsewhere does not help.
 */
export function lostWords(chunks: readonly Chunk[], printed: readonly string[]): readonly LostWord[] {
  const places = placesOf(printed)
  const isTaken = new Uint8Array(printed.length)
  const filled = chunks.filter(({ words, isMention }) => words.length > 0 && !isMention)
  const said = new Set(printed.map((word) => word.toLowerCase()))
  // A long word of a heading may be broken over two lines.
  const run = printed.join('').toLowerCase()
  const isSaid = (word: string): boolean => said.has(word) || (word.length > 9 && run.includes(word))
  const unsaid = chunks
    .filter(({ isMention }) => isMention)
    .flatMap(({ words, line }) => {
      return words.filter((word) => !isSaid(word.toLowerCase())).map((word) => ({ word, line }))
    })
  // Long runs first: a short one must not take words out of the middle of another.
  const ordered = filled.toSorted((a, b) => b.words.length - a.words.length)
  const pieces = (some: readonly Chunk[]): readonly LostWord[] =>
    some.flatMap((chunk) => takePieces(chunk, printed, places, isTaken))
  const take = (some: readonly Chunk[]): readonly LostWord[] => {
    // Those that can stand in one place alone, then those that stand in pieces, then those that have the choice.
    const open = some.filter(({ words }) => {
      const [only, ...others] = wholePlaces(words, printed, places, isTaken)
      if (only === undefined || others.length > 0) return true
      isTaken.fill(1, only, only + words.length)
      return false
    })
    const isWhole = ({ words }: Chunk): boolean => wholePlaces(words, printed, places, isTaken).length > 0
    const broken = open.filter((chunk) => !isWhole(chunk))
    const whole = open.filter(isWhole)
    const lost = pieces(broken)
    const late = whole.filter(({ words }) => {
      const [first] = wholePlaces(words, printed, places, isTaken)
      if (first !== undefined) isTaken.fill(1, first, first + words.length)
      return first === undefined
    })
    return [...lost, ...pieces(late)]
  }
  const lost = [
    ...unsaid,
    ...take(ordered.filter(({ words }) => words.length > shortRun)),
    ...take(ordered.filter(({ words }) => words.length <= shortRun)),
  ]
  return lost.toSorted((a, b) => a.line - b.line)
}

type Places = ReadonlyMap<string, readonly number[]>

function placesOf(printed: readonly string[]): Places {
  const places = new Map<string, number[]>()
  printed.forEach((word, at) => {
    const known = places.get(word)
    if (known) known.push(at)
    else places.set(word, [at])
  })
  return places
}

/** The places, in order, where all words of a run stand in a row and none is taken. */
function wholePlaces(
  words: readonly string[],
  printed: readonly string[],
  places: Places,
  isTaken: Uint8Array,
): readonly number[] {
  let rarest = 0
  for (let index = 1; index < words.length; index++)
    if (count(words[index], places) < count(words[rarest], places)) rarest = index
  return (places.get(words[rarest] as string) ?? [])
    .map((place) => place - rarest)
    .filter((start) =>
      words.every((word, index) => printed[start + index] === word && isTaken[start + index] === 0),
    )
}

function count(word: string | undefined, places: Places): number {
  return places.get(word ?? '')?.length ?? 0
}

interface Piece {
  readonly from: number
  readonly place: number
  readonly length: number
}

/** Takes the longest piece first, then the others within reach of it; gives the words that stand nowhere. */
function takePieces(
  { words, line }: Chunk,
  printed: readonly string[],
  places: Places,
  isTaken: Uint8Array,
): readonly LostWord[] {
  const isFound = new Uint8Array(words.length)
  const take = ({ from, place, length }: Piece): void => {
    isFound.fill(1, from, from + length)
    isTaken.fill(1, place, place + length)
  }
  const takeAll = (least: number): void => {
    for (;;) {
      const next = longestPiece(words, isFound, printed, places, isTaken, low, high, first)
      if (!next || next.length < least) return
      take(next)
    }
  }
  const stands = (word: string): boolean =>
    within(places.get(word), low, high).some((place) => isTaken[place] === 0)
  const first = longestPiece(words, isFound, printed, places, isTaken, 0, printed.length)
  let low = 0
  let high = printed.length
  if (first) {
    low = first.place - first.from - gap
    high = first.place + (words.length - first.from) * 2 + gap
    take(first)
    takeAll(2)
    // A word that stands nowhere whole goes before single words, which could take its pieces.
    for (const [at, word] of words.entries())
      if (isFound[at] === 0 && !stands(word) && takeBroken(word, printed, isTaken, low, high)) isFound[at] = 1
    takeAll(1)
  }
  const lost: LostWord[] = []
  for (let at = 0; at < words.length; at++) {
    if (isFound[at] === 1) continue
    const glued = takeGlued(words, at, isFound, printed, isTaken, low, high)
    if (glued > 0) at += glued - 1
    else if (!takeBroken(words[at] as string, printed, isTaken, low, high))
      lost.push({ word: words[at] as string, line })
  }
  return lost
}

function longestPiece(
  words: readonly string[],
  isFound: Uint8Array,
  printed: readonly string[],
  places: Places,
  isTaken: Uint8Array,
  low: number,
  high: number,
  anchor?: Piece,
): Piece | undefined {
  let best: Piece | undefined
  const distance = ({ from, place }: Piece): number =>
    anchor ? Math.abs(place - anchor.place - (from - anchor.from)) : 0
  for (let from = 0; from < words.length; from++) {
    if (isFound[from] === 1) continue
    for (const place of within(places.get(words[from] as string), low, high)) {
      let length = 0
      while (
        from + length < words.length &&
        isFound[from + length] === 0 &&
        isTaken[place + length] === 0 &&
        printed[place + length] === words[from + length]
      )
        length++
      const piece = { from, place, length }
      const isLonger = length > (best?.length ?? 0)
      if (isLonger || (best && length > 0 && length === best.length && distance(piece) < distance(best)))
        best = piece
    }
    // What begins inside the best piece is no longer than it.
    if (best && best.from === from) from += best.length - 1
  }
  return best
}

/** Those of ascending places that lie between two bounds. */
function within(places: readonly number[] | undefined, low: number, high: number): readonly number[] {
  if (!places) return []
  let start = 0
  for (let end = places.length; start < end;) {
    const middle = (start + end) >> 1
    if ((places[middle] as number) < low) start = middle + 1
    else end = middle
  }
  let end = start
  while (end < places.length && (places[end] as number) < high) end++
  return places.slice(start, end)
}

/** A word that was broken over lines: its pieces stand in a row. */
function takeBroken(
  word: string,
  printed: readonly string[],
  isTaken: Uint8Array,
  low: number,
  high: number,
): boolean {
  for (let start = Math.max(0, low); start < Math.min(high, printed.length); start++) {
    let pieces = ''
    for (let end = start; end < start + mostPieces && pieces.length < word.length; end++) {
      const piece = printed[end]
      if (piece === undefined || isTaken[end] !== 0 || !isPieceOf(piece, word)) break
      pieces += piece
      if (isSame(pieces, word)) {
        isTaken.fill(1, start, end + 1)
        return true
      }
    }
  }
  return false
}

function isPieceOf(piece: string, word: string): boolean {
  return piece.startsWith(UNREAD) || word.includes(piece[0] as string)
}

/** Codes of letters stand in the other order where the text runs from the right; so do letters, some of them unread. */
function isSame(pieces: string, word: string): boolean {
  if (pieces.length !== word.length) return false
  if (pieces === word || wordsOf(pieces)[0] === word || [...pieces].toReversed().join('') === word)
    return true
  const read = pieces.replaceAll(UNREAD, '')
  if (read === pieces || !isFromRight(word)) return false
  const rest = [...word]
  for (const letter of read) {
    const at = rest.indexOf(letter)
    if (at < 0) return false
    rest.splice(at, 1)
  }
  return read.length > 0
}

/** Words that the reader of the PDF ran together; gives how many. */
function takeGlued(
  words: readonly string[],
  from: number,
  isFound: Uint8Array,
  printed: readonly string[],
  isTaken: Uint8Array,
  low: number,
  high: number,
): number {
  for (let place = Math.max(0, low); place < Math.min(high, printed.length); place++) {
    const whole = printed[place] as string
    if (isTaken[place] === 1 || whole === words[from] || !whole.startsWith(words[from] as string)) continue
    let rest = whole
    let at = from
    while (at < words.length && isFound[at] === 0 && rest !== '' && rest.startsWith(words[at] as string)) {
      rest = rest.slice((words[at] as string).length)
      at++
    }
    if (rest !== '') continue
    isTaken[place] = 1
    return at - from
  }
  return 0
}
