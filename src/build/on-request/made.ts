import type { Browser } from '../../browser/index.js'
import type { Slide } from '../../deck/index.js'
import type { Finding } from '../../finding/index.js'
import type { Guide, LedgerEntry } from '../../guide/index.js'
import type { HandoutContext } from '../../handout/index.js'
import type { Words } from '../../words/index.js'
import type { Finish, FinishedPdf } from '../finish-pdf.js'
import type { MadeFile } from '../made-file.js'

/** What the default outputs of a guide leave to those that are made of them. */
export interface Groundwork {
  readonly guide: Guide
  /** The guide as it is written, with the letters that no font at hand can print. */
  readonly written: Guide
  readonly words: Words
  readonly ledger: readonly LedgerEntry[]
  /** In order; the pages that they cite are filled in. */
  readonly slides: readonly Slide[]
  /** deck.md */
  readonly deckMarkdown: string
  /** deck.html */
  readonly deckHtml: string
  readonly deckPdf: FinishedPdf
  readonly handoutPdf: FinishedPdf
  /** Data URIs of the pictures by the name that follows `media/`. */
  readonly pictures: ReadonlyMap<string, string>
  /** What a printed edition needs: templates, fonts, the slides in order and the handout's pages by id. */
  readonly editions: HandoutContext
  readonly browser: Browser
  /** A user's own templates. */
  readonly templates?: string
  readonly finish: Finish
}

export interface MadeOnRequest {
  readonly file: MadeFile
  readonly findings: readonly Finding[]
}

/** Makes and checks one output that a guide or the user asked for. */
export type Maker = (groundwork: Groundwork) => Promise<MadeOnRequest>
