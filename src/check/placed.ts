import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfPage } from '../pdf/index.js'
import { normal } from './normal.js'

/** A page of one artefact that is drawn on a page of another. */
export interface PlacedPage {
  readonly source: PdfPage
  /** Where it should stand; undefined where there is no such page. */
  readonly on: PdfPage | undefined
}

/** Every page of an artefact that another is made of stands in its place there, with all its words. */
export function checkPlaced(artefact: string, of: string, placed: readonly PlacedPage[]): readonly Finding[] {
  const texts = new Map<PdfPage, string>()
  const textOf = (page: PdfPage): string => {
    const text = texts.get(page) ?? normal(page.allText)
    texts.set(page, text)
    return text
  }
  return placed
    .filter(({ source, on }) => !on || !textOf(on).includes(normal(source.allText)))
    .map(({ source }) => finding('page-missing', { page: source.number, of, artefact }))
}
