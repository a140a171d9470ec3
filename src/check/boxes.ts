import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts } from './artefacts.js'

/** Characters without a font: their words can be read out of the file, but not on the page. Told once an artefact. */
export function checkBoxes({ deckPdf, handoutPdf, facilitatorPdf }: Artefacts): readonly Finding[] {
  return [
    ...boxesOf(deckPdf, 'deck.pdf'),
    ...boxesOf(handoutPdf, 'handout.pdf'),
    ...boxesOf(facilitatorPdf, 'facilitator.pdf'),
  ]
}

function boxesOf(pdf: PdfDocument | undefined, artefact: string): readonly Finding[] {
  const pages = pdf?.pages.filter((page) => page.boxed.size > 0) ?? []
  const [first] = pages
  if (!first) return []
  const letters = new Set(pages.flatMap((page) => [...page.boxed]).filter((letter) => letter !== '\uFFFD'))
  return [
    finding('letters-boxed', { artefact, page: first.number, letters: [...letters].slice(0, 8).join(' ') }),
  ]
}
