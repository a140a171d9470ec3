import { checkPlaced } from '../../check/index.js'
import { bookletSides, imposeBooklet } from '../../pdf/index.js'
import { madePdf } from '../made-file.js'
import type { Maker } from './made.js'

/** booklet.pdf: the handout's pages, two on a side, in the order to print on both sides, fold and staple. */
export const makeBooklet: Maker = async ({ guide, handoutPdf, finish }) => {
  const isRightToLeft = guide.dir === 'rtl'
  const imposed = imposeBooklet(handoutPdf.pdf, { lang: guide.lang, isRightToLeft })
  const booklet = await finish('booklet.pdf', { pdf: imposed, refused: [] })
  const sides = bookletSides(handoutPdf.read.pages.length, isRightToLeft)
  const placed = handoutPdf.read.pages.map((source) => ({
    source,
    on: booklet.read.pages[sides.findIndex((side) => side.includes(source.number))],
  }))
  return {
    file: madePdf('booklet.pdf', booklet),
    findings: checkPlaced('booklet.pdf', 'handout.pdf', placed),
  }
}
