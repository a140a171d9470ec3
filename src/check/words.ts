import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { LedgerEntry, Venue } from '../guide/ledger.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts, ReadText } from './artefacts.js'
import { corpusOf } from './corpus.js'
import type { Corpus } from './corpus.js'
import type { DeckHtml } from './deck-html.js'
import { findWords } from './find-words.js'
import type { Found, Wanted } from './find-words.js'
import { corpusOfPdf } from './pdf-corpus.js'
import { excerpt, normal, wordsOf } from './normal.js'
import { sectionTexts } from './regions.js'

/** A ledger entry whose words are looked for. */
interface Sought extends Wanted {
  readonly entry: LedgerEntry
  /** Index of the section that it is in; -1 in the introduction. */
  readonly section: number
}

/** Sought words that are not all there. */
interface Lost {
  readonly sought: Sought
  readonly from: number
}

/** The words of every entry of the ledger stand in each of its venues. */
export function checkWords(artefacts: Artefacts): readonly Finding[] {
  const {
    deckHtml,
    deckPdf,
    handoutPdf,
    handoutName = 'handout.pdf',
    handoutHtml,
    facilitatorPdf,
  } = artefacts
  const every = soughtIn(artefacts.ledger)
  const of = (...venues: readonly Venue[]): readonly Sought[] =>
    every.filter(({ entry }) => venues.some((venue) => entry.venues.includes(venue)))

  return [
    ...(deckPdf ? inDeck(of, deckPdf, deckHtml, artefacts) : []),
    ...(handoutPdf
      ? tell(of('handout'), lostInPlace(of('handout'), handoutPdf, artefacts, 'paper'), handoutName)
      : []),
    ...(handoutHtml
      ? tell(of('handout'), lostInPlace(of('handout'), handoutHtml, artefacts, 'paper'), 'handout.html')
      : []),
    ...(facilitatorPdf
      ? tell(of('facilitator'), lostIn(of('facilitator'), corpusOfPdf(facilitatorPdf)), 'facilitator.pdf')
      : []),
  ]
}

/** The words of some entries of the ledger stand somewhere in an edition. */
export function checkEntries(
  entries: readonly LedgerEntry[],
  pdf: PdfDocument,
  artefact: string,
): readonly Finding[] {
  const sought = soughtIn(entries)
  return tell(sought, lostIn(sought, corpusOfPdf(pdf)), artefact)
}

/** What belongs to slides, to notes, or to either of them. Without the notes, what may be in them is not sought. */
function inDeck(
  of: (...venues: readonly Venue[]) => readonly Sought[],
  deckPdf: PdfDocument,
  deckHtml: DeckHtml | undefined,
  spoken: Pick<Artefacts, 'guide' | 'words'>,
): readonly Finding[] {
  if (!deckHtml) return tell(of('slide'), lostInPlace(of('slide'), deckPdf, spoken, 'slides'), 'deck.pdf')
  const onSlides = of('slide', 'deck')
  const lostOnSlides = lostInPlace(onSlides, deckPdf, spoken, 'slides')
  const notes = corpusOf(deckHtml.notes.join('\n'))
  const gone = new Set(lostOnSlides.filter(({ sought }) => either(sought)).map(({ sought }) => sought))
  const inNotes = of('notes', 'deck').filter(
    (sought) => gone.has(sought) || sought.entry.venues.includes('notes'),
  )
  const lostInNotes = lostIn(inNotes, notes)
  const corpora = [corpusOfPdf(deckPdf), notes]
  return [
    ...tell(
      onSlides,
      lostOnSlides.filter(({ sought }) => !either(sought)),
      'deck.pdf',
    ),
    ...tell(
      inNotes,
      lostInNotes.filter(({ sought }) => !either(sought)),
      'deck.html',
    ),
    ...tell(
      onSlides,
      lostInNotes.filter(
        ({ sought }) => either(sought) && !standsBySentences(sought, corpora, spoken.guide.lang),
      ),
      'deck.pdf and in the notes of deck.html',
    ),
  ]
}

function either(sought: Sought): boolean {
  return sought.entry.venues.includes('deck')
}

/** An item may show its first sentences on the slide and have the others in the notes. */
function standsBySentences({ entry }: Sought, corpora: readonly Corpus[], lang: string): boolean {
  const sentences = Array.from(new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(entry.text))
  return (
    sentences.length > 1 &&
    sentences.every(({ segment }) => corpora.some((corpus) => corpus.text.includes(normal(segment))))
  )
}

/** Letters of a line of code that is so long that a slide may end in it. */
const LONG_LINE = 30

/** Code that goes on from slide to slide: each line stands there in order, a long one cut in two. */
function standsByLines({ entry: { lines = [] }, normal: whole }: Sought, { text }: Corpus): boolean {
  // Code that stands there whole belongs to another text like it.
  if (lines.length === 0 || text.includes(whole)) return false
  const [first = '', ...others] = lines.map(normal)
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let at = start + first.length
    if (others.every((line) => (at = endOf(line, text, at)) >= 0)) return true
  }
  return false
}

/** Where a line of code ends that stands from a place on; -1 where it does not. */
function endOf(line: string, text: string, from: number): number {
  const whole = text.indexOf(line, from)
  if (whole >= 0) return whole + line.length
  for (let cut = 4; line.length > LONG_LINE && cut < line.length - 3; cut++) {
    const head = text.indexOf(line.slice(0, cut), from)
    const tail = head < 0 ? -1 : text.indexOf(line.slice(cut), head + cut)
    if (tail >= 0) return tail + line.length - cut
  }
  return -1
}

/** A long line of code goes on behind any of its signs; a word that is longer than a line, behind any letter. */
function cutLikeCode(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '$& ').replace(/[\p{L}\p{N}]{20,}/gu, (word) => [...word].join(' '))
}

function soughtIn(ledger: readonly LedgerEntry[]): readonly Sought[] {
  let section = -1
  let id: string | undefined
  return ledger
    .map((entry) => {
      // A title that a formula cuts has several entries.
      if (entry.kind === 'section' && entry.id !== id) {
        section++
        id = entry.id
      }
      const words = wordsOf(entry.kind === 'code' ? cutLikeCode(entry.text) : entry.text)
      return { entry, section, words, normal: words.map((word) => word.normal).join('') }
    })
    .filter((sought) => sought.normal !== '')
}

/** Looks for each text in its section; for what paper gathers at its end, everywhere. */
function lostInPlace(
  sought: readonly Sought[],
  pdf: ReadText,
  spoken: Pick<Artefacts, 'guide' | 'words'>,
  kind: 'slides' | 'paper',
): readonly Lost[] {
  const inPlace = sectionTexts(spoken, pdf, kind).flatMap((text, index) => {
    const own = sought.filter(({ entry, section }) => section === index - 1 && !entry.apart)
    return own.length > 0 ? lostIn(own, corpusOf(text)) : []
  })
  const isApart = ({ sought: { entry } }: Lost): boolean => entry.apart === true
  return [
    ...inPlace,
    ...(sought.some(({ entry }) => entry.apart) ? lostIn(sought, corpusOfPdf(pdf)).filter(isApart) : []),
  ]
}

function lostIn(sought: readonly Sought[], corpus: Corpus): readonly Lost[] {
  return findWords(sought, corpus).flatMap(({ lostFrom }: Found, index) => {
    const one = sought[index]
    if (lostFrom === undefined || !one || standsByLines(one, corpus)) return []
    return [{ sought: one, from: lostFrom }]
  })
}

/** One finding for each entry; a section that is lost as a whole is told once. */
function tell(sought: readonly Sought[], lost: readonly Lost[], artefact: string): readonly Finding[] {
  const whole = sectionsLost(sought, lost)
  return lost.flatMap(({ sought: { entry, section, words }, from }) => {
    if (!whole.has(section))
      return [finding('words-missing', { text: excerpt(words, from), artefact }, entry.place)]
    return entry.kind === 'section'
      ? [finding('section-missing', { text: entry.text, artefact }, entry.place)]
      : []
  })
}

/** Sections whose heading is lost, and with it all but some crumbs that stand elsewhere by chance. */
function sectionsLost(sought: readonly Sought[], lost: readonly Lost[]): ReadonlySet<number> {
  const size = (list: readonly Sought[]): Map<number, number> => {
    const sizes = new Map<number, number>()
    for (const { section, normal: text } of list) sizes.set(section, (sizes.get(section) ?? 0) + text.length)
    return sizes
  }
  const all = size(sought)
  const gone = size(lost.map((one) => one.sought))
  const headless = lost
    .filter(({ sought: { entry } }) => entry.kind === 'section')
    .map((one) => one.sought.section)
  return new Set(headless.filter((section) => (gone.get(section) ?? 0) > 0.9 * (all.get(section) ?? 0)))
}
