import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts } from './artefacts.js'

/** Characters without a font: their words can be read out of the file, but not on the page. One finding for all of them. */
export function checkBoxes({ deckPdf, handoutPdf, facilitatorPdf, ledger }: Artefacts): readonly Finding[] {
  const boxed = [
    boxesOf(deckPdf, 'deck.pdf'),
    boxesOf(handoutPdf, 'handout.pdf'),
    boxesOf(facilitatorPdf, 'facilitator.pdf'),
  ].filter((one) => one !== undefined)
  if (boxed.length === 0) return []
  const letters = new Set(boxed.flatMap((one) => one.letters))
  const data = {
    where: boxed.map(({ artefact, page }) => `page ${page} of ${artefact}`),
    letters: [...letters].slice(0, 8).join(' '),
  }
  const first = ledger.find(({ text }) => [...text].some((letter) => letters.has(letter)))
  return [finding('letters-boxed', data, first?.place)]
}

/** The first page with boxes, and all letters that have become one. */
function boxesOf(pdf: PdfDocument | undefined, artefact: string) {
  const pages = pdf?.pages.filter((page) => page.boxed.size > 0) ?? []
  const [first] = pages
  if (!first) return undefined
  const letters = pages.flatMap((page) => [...page.boxed]).filter((letter) => letter !== '\uFFFD')
  return { artefact, page: first.number, letters }
}
