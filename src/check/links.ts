import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'
import type { Artefacts } from './artefacts.js'

/** Every link in a PDF leads somewhere, and the contents name the pages that their links lead to. */
export function checkLinks(artefacts: Artefacts): readonly Finding[] {
  return pdfsOf(artefacts).flatMap(([artefact, pdf]) => [
    ...lostLinks(pdf, artefact),
    ...wrongNumbers(pdf, artefact, artefacts),
  ])
}

/** Every PDF can be read aloud: PDF/UA-1, as far as its tags and its metadata go. One finding a PDF. */
export function checkTags(artefacts: Artefacts): readonly Finding[] {
  return pdfsOf(artefacts).flatMap(([artefact, { faults }]) =>
    faults.length > 0 ? [finding('pdf-not-accessible', { artefact, faults })] : [],
  )
}

function lostLinks(pdf: PdfDocument, artefact: string): readonly Finding[] {
  return pdf.links
    .filter(({ address, to }) => address === undefined && to === undefined)
    .map(({ text, page }) => finding('link-nowhere', { text, page, artefact }))
}

/** Links to sections before the first section are the contents'; the number at the end of their item is the page. */
function wrongNumbers(pdf: PdfDocument, artefact: string, { guide, words }: Artefacts): readonly Finding[] {
  const sections = new Set(guide.sections.map((section) => section.id))
  const first = Math.min(...[...sections].map((id) => pdf.destinations.get(id) ?? Infinity))
  return pdf.links.flatMap(({ id, to, page, text, after }) => {
    if (id === undefined || to === undefined || !sections.has(id) || page >= first) return []
    const printed = /\p{Nd}+$/u.exec(after)?.[0]
    if (printed === undefined || printed === words.number(to)) return []
    return [finding('page-number-wrong', { text, printed, page: to, artefact })]
  })
}

function pdfsOf({
  deckPdf,
  handoutPdf,
  facilitatorPdf,
}: Artefacts): readonly (readonly [string, PdfDocument])[] {
  const all = { 'deck.pdf': deckPdf, 'handout.pdf': handoutPdf, 'facilitator.pdf': facilitatorPdf }
  return Object.entries(all).flatMap(([artefact, pdf]) => (pdf ? [[artefact, pdf] as const] : []))
}
