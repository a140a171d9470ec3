import { finding } from '../finding/index.js'
import type { Finding, Place } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'
import { corpusOf } from './corpus.js'
import type { DeckHtml } from './deck-html.js'
import { findWords } from './find-words.js'
import { excerpt, wordsOf } from './normal.js'

/** A slide of a Marp deck, as its source and the laid-out page have it. */
export interface DeckSlideTexts {
  readonly place: Place
  /** Its words in the source, a text for each block. */
  readonly written: readonly string[]
  /** Its words that can be seen in the laid-out page. */
  readonly seen: readonly string[]
  /** CSS px that it reaches past the slide. */
  readonly overflow: number
  readonly side: string
  /** First words of what reaches farthest. */
  readonly what: string
}

export interface DeckArtefacts {
  readonly slides: readonly DeckSlideTexts[]
  readonly deckHtml: DeckHtml
  readonly deckPdf: PdfDocument
}

/** Px that rounding may cost. */
const TOLERANCE = 1

/** A Marp deck is whole: each slide with its words is in deck.html and in deck.pdf; what is cut off is told. */
export function checkMarpDeck({ slides, deckHtml, deckPdf }: DeckArtefacts): readonly Finding[] {
  const [html, pdf] = [deckHtml.slides.length, deckPdf.pages.length]
  if (html !== pdf || html !== slides.length) return [finding('slides-differ', { html, pdf })]
  return slides.flatMap(({ place, written, seen, overflow, side, what }, index) => {
    const isCutOff = overflow > TOLERANCE
    const slide = index + 1
    const inHtml = firstLost(written, deckHtml.slides[index]?.blocks.join('\n') ?? '')
    const inPdf = isCutOff ? undefined : firstLost(seen, deckPdf.pages[index]?.text ?? '')
    return [
      ...(isCutOff
        ? [finding('marp-slide-overflows', { slide, pixels: overflow, side, text: what }, place)]
        : []),
      ...(inHtml === undefined
        ? []
        : [finding('words-missing', { text: inHtml, artefact: 'deck.html' }, place)]),
      ...(inPdf === undefined ? [] : [finding('slide-words-lost', { slide, text: inPdf }, place)]),
    ]
  })
}

/** The first words that are wanted and do not stand in a text. */
function firstLost(texts: readonly string[], text: string): string | undefined {
  const wanted = texts.map((one) => {
    const words = wordsOf(one)
    return { words, normal: words.map((word) => word.normal).join('') }
  })
  const found = findWords(wanted, corpusOf(text))
  const lost = found.findIndex(({ lostFrom }) => lostFrom !== undefined)
  return lost < 0 ? undefined : excerpt(wanted[lost]?.words ?? [], found[lost]?.lostFrom)
}
