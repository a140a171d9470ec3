import { openPdf } from './file.js'
import { pageForms } from './forms.js'
import type { PageForm } from './forms.js'
import { encodeText } from './strings.js'
import { draftPdf, numeral, streamBody } from './write.js'
import type { PdfDraft } from './write.js'

/** One side of a sheet: the pages on its left and right half, 1-based; 0 for a blank one. */
export type SheetSide = readonly [left: number, right: number]

export interface BookletOptions {
  /** BCP 47 */
  readonly lang: string
  /** A book that is read from the right is bound on its right. */
  readonly isRightToLeft: boolean
}

/**
 * The sides of a booklet's sheets in the order of printing: two pages a side, front and back in turn, so that the pile
 * is folded once and read from the first page to the last. Blank pages fill the last sheet.
 */
export function bookletSides(pages: number, isRightToLeft = false): readonly SheetSide[] {
  const places = Math.ceil(pages / 4) * 4
  const page = (place: number): number => (place <= pages ? place : 0)
  return Array.from({ length: places / 2 }, (_, side): SheetSide => {
    const [outer, inner] = [page(places - side), page(side + 1)]
    // The outer page of a front lies on the left; turned over its short edge, that of a back lies on the right.
    return (side % 2 === 0) === isRightToLeft ? [inner, outer] : [outer, inner]
  })
}

/**
 * A booklet of a printed PDF: its pages, two on a sheet of the same paper laid across, scaled to its halves. The words
 * can be read and copied; tags, links and bookmarks are lost.
 */
export function imposeBooklet(printed: Uint8Array, { lang, isRightToLeft }: BookletOptions): Uint8Array {
  const file = openPdf(printed)
  const draft = draftPdf()
  const [catalog, tree] = [draft.reserve(), draft.reserve()]
  const info = draft.add(`<<\n/Producer ${encodeText('Deckhand')}>>`)
  const forms = pageForms(file, draft)
  const [first] = forms
  if (!first) throw new Error('The PDF has no pages to impose.')
  const size = { width: Math.max(first.width, first.height), height: Math.min(first.width, first.height) }
  const sides = bookletSides(forms.length, isRightToLeft).map((side) =>
    sidePage(
      draft,
      side.map((page) => forms[page - 1]),
      size,
      tree,
    ),
  )
  const kids = sides.map((side) => `${side} 0 R`).join(' ')
  draft.put(tree, `<</Type /Pages\n/Count ${sides.length}\n/Kids [${kids}]>>`)
  const preferences = '/ViewerPreferences <</DisplayDocTitle true /Duplex /DuplexFlipShortEdge>>'
  draft.put(catalog, `<</Type /Catalog\n/Pages ${tree} 0 R\n/Lang ${encodeText(lang)}\n${preferences}>>`)
  return draft.file(`/Root ${catalog} 0 R\n/Info ${info} 0 R`)
}

/** Writes one side; gives its number. @param size pt, of the sheet laid across */
function sidePage(
  draft: PdfDraft,
  halves: readonly (PageForm | undefined)[],
  size: { readonly width: number; readonly height: number },
  tree: number,
): number {
  const half = size.width / 2
  const drawn = halves.flatMap((form, index) => {
    if (!form) return []
    const scale = Math.min(half / form.width, size.height / form.height)
    const x = index * half + (half - form.width * scale) / 2
    const y = (size.height - form.height * scale) / 2
    return `q ${[scale, 0, 0, scale, x, y].map(numeral).join(' ')} cm /P${form.object} Do Q`
  })
  const names = halves.flatMap((form) => (form ? `/P${form.object} ${form.object} 0 R` : []))
  const content = draft.add(streamBody('', drawn.join('\n')))
  return draft.add(
    [
      `<</Type /Page\n/Parent ${tree} 0 R`,
      `/MediaBox [0 0 ${numeral(size.width)} ${numeral(size.height)}]`,
      `/Resources <</XObject <<${names.join(' ')}>>>>`,
      `/Contents ${content} 0 R>>`,
    ].join('\n'),
  )
}
