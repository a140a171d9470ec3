import type { Browser, Printed, Sheet } from '../browser/index.js'
import { measureSlides, type RenderedDeck, type SlideMeasure } from '../deck/index.js'
import { fillLaidOutPages } from './cite.js'
import type { OpenDeck } from './marp-thread/index.js'

/** The deck laid out in one page of the browser, again and again: opening a page costs as much as laying it out. */
export interface DeckSheet {
  /** Lays the deck out anew. */
  show(markdown: string): Promise<void>
  /** Measures the slides as they are shown. */
  measure(): Promise<readonly SlideMeasure[]>
  /** Fills in the numbers of the handout's pages, by slide, measures and prints what was shown last, and closes the page. */
  print(pageTexts: readonly string[]): Promise<Printed & { readonly measures: readonly SlideMeasure[] }>
}

export function deckSheet(browser: Browser, deck: OpenDeck): DeckSheet {
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
    measure: () => laidOut().evaluate(measureSlides),
    async print(pageTexts) {
      const page = laidOut()
      await page.evaluate(fillLaidOutPages, pageTexts)
      const measures = await page.evaluate(measureSlides)
      const printed = await page.print()
      void page.close()
      return { ...printed, measures }
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
