import { checkPlaced, checkSecrets } from '../../check/index.js'
import { threeUpHtml, threeUpPlaces } from '../../handout/index.js'
import { overlayPages } from '../../pdf/index.js'
import { madePdf } from '../made-file.js'
import type { Maker } from './made.js'

/** slides-3up.pdf: three slides a page with ruled lines beside each, for those who write along. */
export const makeThreeUp: Maker = async ({ guide, ledger, editions, browser, deckPdf, finish }) => {
  const places = threeUpPlaces(guide, editions.slides ?? [])
  const { pdf, refused } = await browser.print(threeUpHtml(guide, editions), { name: 'slides-3up' })
  const made = await finish('slides-3up.pdf', { pdf: overlayPages(pdf, deckPdf.pdf, places), refused })
  const placed = deckPdf.read.pages.map((source, index) => ({
    source,
    on: made.read.pages[(places[index]?.page ?? 0) - 1],
  }))
  return {
    file: madePdf('slides-3up.pdf', made),
    findings: [
      ...checkPlaced('slides-3up.pdf', 'deck.pdf', placed),
      ...checkSecrets({ guide, ledger }, made.read, 'slides-3up.pdf'),
    ],
  }
}
