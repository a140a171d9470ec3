import type { Finding } from '../finding/index.js'
import type { Artefacts } from './artefacts.js'
import { checkBoxes } from './boxes.js'
import { checkMeasures, checkSlideWords } from './cut-off.js'
import { checkHeadings } from './headings.js'
import { checkLeaks } from './leaks.js'
import { checkLinks, checkTags } from './links.js'
import { onceEach } from './once.js'
import { checkWords } from './words.js'

export type { Artefacts, SlideMeasure } from './artefacts.js'
export { checkBoxes } from './boxes.js'
export { checkMeasures, checkSlideWords } from './cut-off.js'
export { readDeckHtml } from './deck-html.js'
export type { DeckHtml, HtmlSlide } from './deck-html.js'
export { checkHandoutHtml } from './handout-html.js'
export { checkHeadings } from './headings.js'
export { checkLectern } from './lectern.js'
export { checkMarpDeck } from './marp-deck.js'
export { checkLeaks, checkSecrets } from './leaks.js'
export { checkPublicDeck } from './public-deck.js'
export type { PublicDeck } from './public-deck.js'
export { checkLinks, checkTags } from './links.js'
export { onceEach } from './once.js'
export { checkPlaced } from './placed.js'
export type { PlacedPage } from './placed.js'
export { checkWorksheet } from './worksheet.js'
export { checkWords } from './words.js'

/** Proves the artefacts complete against the guide; what was not made is not checked. */
export function checkArtefacts(artefacts: Artefacts): readonly Finding[] {
  return [
    ...onceEach([...checkHeadings(artefacts), ...checkWords(artefacts)]),
    ...checkLeaks(artefacts),
    ...checkMeasures(artefacts),
    ...checkSlideWords(artefacts),
    ...checkBoxes(artefacts),
    ...checkLinks(artefacts),
    ...checkTags(artefacts),
  ]
}
