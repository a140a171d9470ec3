import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts } from './artefacts.js'

const UNKNOWN = '\uFFFD'

/**
 * Characters without a font: their words can be read out of the file, but not on the page. One finding for all of them,
 * and none for letters that were told of before printing (a picture may have them, too).
 */
export function checkBoxes(artefacts: Artefacts): readonly Finding[] {
  const { deckPdf, handoutPdf, facilitatorPdf, ledger, withoutFont = new Set() } = artefacts
  const boxed = [
    boxesOf(deckPdf, 'deck.pdf', withoutFont),
    boxesOf(handoutPdf, 'handout.pdf', withoutFont),
    boxesOf(facilitatorPdf, 'facilitator.pdf', withoutFont),
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

/** The first page with boxes, and all letters that have become one; U+FFFD stands for one that is not known. */
function boxesOf(pdf: PdfDocument | undefined, artefact: string, told: ReadonlySet<string>) {
  const isNew = (letter: string) => (letter === UNKNOWN ? told.size === 0 : !told.has(letter))
  const pages = pdf?.pages.filter((page) => [...page.boxed].some(isNew)) ?? []
  const [first] = pages
  if (!first) return undefined
  const letters = pages
    .flatMap((page) => [...page.boxed])
    .filter((letter) => letter !== UNKNOWN && isNew(letter))
  return { artefact, page: first.number, letters }
}
