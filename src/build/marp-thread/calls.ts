import { readDeckHtml, type DeckHtml } from '../../check/index.js'
import { THEME, deckRenderer, type RenderOptions, type RenderedDeck } from '../../deck/engine.js'
import type { Finding } from '../../finding/index.js'
import type { PdfMetadata } from '../../pdf/index.js'
import { fillPages } from '../cite.js'
import { finishPdf } from '../finish-pdf.js'
import { prepareMarpHtml, type AsWritten, type Embedded } from './marp-html.js'

/** The presenter's HTML, and what it holds. */
export interface PresenterHtml {
  readonly html: string
  readonly read: DeckHtml
}

const marpHtml = prepareMarpHtml()
const decks = new Map<number, (markdown: string) => RenderedDeck>()
const unfilled = new Map<number, string>()

const FIRST_DECK = `---
theme: ${THEME}
style: section { color: black }
---

# A *slide*

- with **some**, [all](a.md), \`code\`
- kinds of text

<!-- A note. -->

---

| of | slides |
| -- | ------ |
| in | tables |
`

/** What the thread does when it is called, each by its name; a deck goes by a number. */
export const calls = {
  /** Loads marp-cli, too, and renders a first deck: code runs faster the second time. */
  warm(): void {
    marpHtml.warm()
    deckRenderer()(FIRST_DECK)
  },
  openDeck: (deck: number, options: RenderOptions) => void decks.set(deck, deckRenderer(options)),
  render(deck: number, markdown: string): RenderedDeck {
    const render = decks.get(deck)
    if (!render) throw new Error(`There is no deck ${deck}.`)
    return render(markdown)
  },
  /** Makes the presenter's HTML of a deck whose pages are not known yet, and keeps it. */
  async present(deck: number, markdown: string, folder: string, embedded: Embedded): Promise<void> {
    unfilled.set(deck, await marpHtml.convert(markdown, folder, embedded))
  },
  fillPresenter(deck: number, pageTexts: readonly string[]): PresenterHtml {
    const html = fillPages(unfilled.get(deck) ?? '', pageTexts)
    return { html, read: readDeckHtml(html) }
  },
  /** Takes one of the PDFs off the other thread. */
  finishPdf: (printed: Uint8Array, metadata: PdfMetadata) => finishPdf(printed, metadata),
  /** As marp-cli makes it of a Marp deck, addresses and all. */
  presentAsWritten: (markdown: string, folder: string, options: AsWritten): Promise<string> =>
    marpHtml.convertDeck(markdown, folder, options),
  closeDeck(deck: number): void {
    decks.delete(deck)
    unfilled.delete(deck)
  },
}

export type Calls = typeof calls
export type CallName = keyof Calls

export interface Call {
  readonly id: number
  readonly name: CallName
  readonly given: readonly unknown[]
}

export interface Answer {
  readonly id: number
  readonly result?: unknown
  /** Of an EnvironmentFault, whose cause is `error`. */
  readonly fault?: Finding
  readonly error?: unknown
}
