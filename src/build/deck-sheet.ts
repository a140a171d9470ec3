import type { Browser, Printed, Sheet } from '../browser/index.js'
import {
  deckRenderer,
  measureSlides,
  type RenderedDeck,
  type RenderOptions,
  type SlideMeasure,
} from '../deck/index.js'

/** The deck laid out in one page of the browser, again and again: opening a page costs as much as laying it out. */
export interface DeckSheet {
  /** Lays the deck out anew and measures its slides. */
  measure(markdown: string): Promise<readonly SlideMeasure[]>
  /** Prints what was measured last. */
  print(): Promise<Printed>
  close(): Promise<void>
}

export function deckSheet(browser: Browser, options: RenderOptions): DeckSheet {
  const render = deckRenderer(options)
  let sheet: Sheet | undefined
  let shown: RenderedDeck | undefined
  return {
    async measure(markdown) {
      const rendered = render(markdown)
      if (!sheet) sheet = await browser.open(rendered.html, { name: 'deck' })
      else await sheet.evaluate(showDeck, rendered.body, rendered.css === shown?.css ? '' : rendered.css)
      shown = rendered
      return sheet.evaluate(measureSlides)
    },
    async print() {
      if (!sheet) throw new Error('Nothing was laid out.')
      return sheet.print()
    },
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
