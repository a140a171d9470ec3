import { deckMarkdown, fit, plan, type Measure, type Slide } from '../deck/index.js'
import type { Finding } from '../finding/index.js'
import { ledger, type LedgerEntry } from '../guide/index.js'
import type { Templates } from '../templates/index.js'
import { withSeats, withWidestPages } from './cite.js'
import type { DeckSheet } from './deck-sheet.js'
import { swollenBlocks } from './letter-codes.js'
import type { MakeInput } from './make-input.js'

/** A deck whose slides fit. */
export interface FittedDeck {
  readonly slides: readonly Slide[]
  /** deck.md, with seats for the numbers of the handout's pages. */
  readonly unnumbered: string
  readonly accent: string | undefined
  /** Where each block of the guide belongs: what fits on no slide is in its notes instead. */
  readonly ledger: readonly LedgerEntry[]
  readonly findings: readonly Finding[]
}

/** Plans the slides of a guide, measures them in the browser and plans those anew that are too tall. */
export async function fitDeck(
  { guide, words, clock, withoutFont }: MakeInput,
  templates: Templates,
  sheet: DeckSheet,
): Promise<FittedDeck> {
  const planned = await clock.run('plan', () => plan(guide, words))
  const write = (slides: readonly Slide[]) =>
    deckMarkdown({ ...planned.deck, slides }, templates, { ...guide, words })
  const measure: Measure = async (slides) => {
    await sheet.show(write(withWidestPages(slides)))
    return sheet.measure()
  }
  const swollen = withoutFont.size > 0 ? swollenBlocks(guide) : new Set<string>()
  const fitted = await clock.run('fit', () => fit(planned.deck.slides, measure, words, swollen))
  return {
    slides: fitted.slides,
    unnumbered: write(withSeats(fitted.slides)),
    accent: planned.deck.accent,
    ledger: ledger(guide).map((entry) => (fitted.replaced.has(entry.id) ? inNotes(entry) : entry)),
    findings: [...planned.findings, ...fitted.findings],
  }
}

function inNotes(entry: LedgerEntry): LedgerEntry {
  return { ...entry, venues: entry.venues.map((venue) => (venue === 'slide' ? 'deck' : venue)) }
}
