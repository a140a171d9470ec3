import type { Browser, Printed, Sheet } from '../browser/index.js'
import { measureSlides, type RenderedDeck, type SlideMeasure } from '../deck/index.js'
import { fillLaidOutPages } from './cite.js'
import type { MarpDeck } from './marp-thread/index.js'

/** The deck laid out in one page of the browser, again and again: opening a page costs as much as laying it out. */
export interface DeckSheet {
  /** Lays the deck out anew. */
  show(markdown: string): Promise<void>
  /** Fills in the numbers of the handout's pages, by slide. */
  fillPages(texts: readonly string[]): Promise<void>
  /** Measures the slides as they are shown. */
  measure(): Promise<readonly SlideMeasure[]>
  /** Prints what was shown last. */
  print(): Promise<Printed>
  close(): Promise<void>
}

export function deckSheet(browser: Browser, deck: MarpDeck): DeckSheet {
  let sheet: Sheet | undefined
  let shown: RenderedDeck | undefined
  const laidOut = (): Sheet => {
    if (!sheet) throw new Error('Nothing was laid out.')
    return sheet
  }
  return {
    async show(markdown) {
      const rendered = await deck.render(markdown)
      if (!sheet) sheet = await browser.open(rendered.html, { name: 'deck' })
      else await sheet.evaluate(showDeck, rendered.body, rendered.css === shown?.css ? '' : rendered.css)
      shown = rendered
    },
    fillPages: (texts) => laidOut().evaluate(fillLaidOutPages, texts),
    measure: () => laidOut().evaluate(measureSlides),
    print: () => laidOut().print(),
    async close() {
      await sheet?.close()
    },
  }
}

/** Replaces the slides, and the stylesheet where it changed. Runs inside the page, so it must be complete in itself. */
async function showDeck(body: string, css: string): Promise<void> {
  const style = document.querySelector('style:not(#fonts)')
  if (css && style) style.textContent = `body { margin: 0 }\n${css}`
  document.body.innerHTML = body
  await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)))
  await document.fonts.ready
}
