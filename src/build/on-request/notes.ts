import { checkLectern, checkPlaced } from '../../check/index.js'
import { PAGE_ROOM, fitNotes, lecternHtml, lecternPlaces } from '../../handout/index.js'
import { overlayPages, readDestinations } from '../../pdf/index.js'
import { madePdf } from '../made-file.js'
import type { Maker } from './made.js'

/** notes.pdf: a page a slide, its picture above, its notes below, for the lectern. */
export const makeNotes: Maker = async ({ guide, ledger, editions, browser, deckPdf, finish }) => {
  const { slides = [] } = editions
  const sheet = await browser.open(lecternHtml(guide, editions), { name: 'notes' })
  await sheet.evaluate(fitNotes, PAGE_ROOM[guide.frontMatter.paper])
  const { pdf, refused } = await sheet.print()
  await sheet.close()
  const places = lecternPlaces(guide, slides, readDestinations(pdf))
  const notes = await finish('notes.pdf', { pdf: overlayPages(pdf, deckPdf.pdf, places), refused })
  const placed = deckPdf.read.pages.map((source) => ({
    source,
    on: notes.read.pages[(places.find(({ source: slide }) => slide === source.number)?.page ?? 0) - 1],
  }))
  return {
    file: madePdf('notes.pdf', notes),
    findings: [
      ...checkPlaced('notes.pdf', 'deck.pdf', placed),
      ...checkLectern(ledger, notes.read, 'notes.pdf'),
    ],
  }
}
