import type { Place } from '../finding/index.js'
import type { LedgerEntry } from '../guide/ledger.js'
import type { Guide } from '../guide/model.js'
import type { PdfDocument } from '../pdf/index.js'
import type { DeckHtml } from './deck-html.js'
import type { Words } from '../words/index.js'

/** How far a slide's content reaches past the slide. */
export interface SlideMeasure {
  /** 1-based. */
  readonly slide: number
  /** CSS px; 0 or less where it fits. */
  readonly overflow: number
  readonly side: 'bottom' | 'end'
  /** Of the block that reaches farthest. */
  readonly place?: Place
  readonly text?: string
}

/** The words of an artefact in reading order, and its headings in them. */
export interface ReadText {
  readonly text: string
  readonly headings: readonly {
    readonly level: number
    readonly text: string
    /** Index of its first character in `text`. */
    readonly at: number
  }[]
}

/** What a build made of one guide, as it was read back; what was not made is absent. */
export interface Artefacts {
  readonly guide: Guide
  /** The fixed words that the artefacts were made with. */
  readonly words: Words
  readonly ledger: readonly LedgerEntry[]
  /** Letters of which it was told already that no font has them. */
  readonly withoutFont?: ReadonlySet<string>
  readonly deckMarkdown?: string
  /** marp-cli's HTML, with its notes. */
  readonly deckHtml?: DeckHtml
  readonly deckPdf?: PdfDocument
  readonly handoutPdf?: PdfDocument
  /** File name of a participants' edition that stands for handout.pdf. */
  readonly handoutName?: string
  readonly facilitatorPdf?: PdfDocument
  readonly handoutHtml?: ReadText
  readonly measures?: readonly SlideMeasure[]
  /** By slide, the place in the guide that it shows; the first is slide 1. */
  readonly slidePlaces?: readonly (Place | undefined)[]
}
