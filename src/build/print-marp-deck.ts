import type { Browser, Printed } from '../browser/index.js'
import { fontFaces, hasLastResort } from '../fonts/index.js'
import type { Guide } from '../guide/index.js'
import {
  PAGE_ROOM,
  deckHandoutHtml,
  deckHandoutPlaces,
  layOutSlides,
  type HandoutContext,
} from '../handout/index.js'
import {
  deckDocument,
  deckText,
  dressLetters,
  fitted,
  measureDeck,
  type DeckMeasure,
  type MarpDeck,
} from '../marp-deck/index.js'
import { overlayPages, readDestinations } from '../pdf/index.js'
import type { FinishedPdf } from './finish-pdf.js'
import type { MakeInput } from './make-input.js'

/** Families of the faces that come along for letters which no theme's own fonts have. */
const FAMILIES = "'Script Sans', 'Script Serif', 'Noto Emoji', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew'"

/** Prints the slides as they were written, and measures them; what a slide holds is fitted by Marp's own script. */
export async function printMarpDeck(
  deck: MarpDeck,
  { browser, scriptFontCss, canPrint, withoutFont }: MakeInput,
): Promise<Printed & { readonly measures: readonly DeckMeasure[] }> {
  const letters = browser.hasOwnFontsAlone
    ? [...new Set(deckText(deck))].filter((letter) => /\S/.test(letter) && !hasLastResort(letter)).join('')
    : ''
  const dressed = [...letters].filter((letter) => canPrint(letter)).join('')
  const fontCss = dressed === '' ? '' : `${fontFaces(dressed)}\n${scriptFontCss}`
  const sheet = await browser.open(deckDocument(deck, fontCss), { name: 'deck', javascript: true })
  if (letters !== '') await sheet.evaluate(dressLetters, dressed, FAMILIES, [...withoutFont].join(''))
  await sheet.evaluate(fitted)
  const measures = await sheet.evaluate(measureDeck)
  const printed = await sheet.print()
  await sheet.close()
  return { ...printed, measures }
}

/** Prints the handout of a deck: its slides' pictures, their notes and room to write. */
export async function printDeckHandout(
  guide: Guide,
  editions: HandoutContext,
  deckPdf: FinishedPdf & { readonly measures: readonly DeckMeasure[] },
  browser: Browser,
) {
  const options = { ratio: deckPdf.measures[0]?.ratio ?? 9 / 16 }
  const sheet = await browser.open(deckHandoutHtml(guide, editions, options), { name: 'handout' })
  const slots = await sheet.evaluate(layOutSlides, PAGE_ROOM[guide.frontMatter.paper])
  const { pdf, refused } = await sheet.print()
  await sheet.close()
  const pages = readDestinations(pdf)
  const places = deckHandoutPlaces(guide, slots, pages, options)
  return { pdf: overlayPages(pdf, deckPdf.pdf, places), refused, pages }
}
