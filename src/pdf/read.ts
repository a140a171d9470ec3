import { readContent } from './content.js'
import type { Drawn, FontCache } from './content.js'
import { auditTags } from './audit.js'
import type { TagFault } from './audit.js'
import { destinationsOf, idOfName } from './destinations.js'
import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { readOutline } from './outline.js'
import type { Bookmark } from './outline.js'
import { readPages } from './pages.js'
import { isRightToLeft } from './reading-order.js'
import { decodeText } from './strings.js'
import { readStructure } from './structure.js'
import { isName, isString } from './syntax.js'

export interface PdfHeading {
  /** 1 to 6. */
  readonly level: number
  readonly text: string
}

/** A heading in the text of the whole document. */
export interface PlacedHeading extends PdfHeading {
  /** 1-based. */
  readonly page: number
  /** Index of its first character in `text`. */
  readonly at: number
}

export interface PdfLink {
  /** 1-based; the page where it begins. */
  readonly page: number
  readonly text: string
  /** What follows it in its item of a list: the page in a table of contents. */
  readonly after: string
  /** Where it leads out of the document. */
  readonly address?: string
  /** The id that it leads to in the document. */
  readonly id?: string
  /** 1-based page that it leads to; absent where it leads nowhere, or out. */
  readonly to?: number
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number
  /** Tagged text in reading order; running heads, page numbers and other artifacts are not in it. */
  readonly text: string
  /** Headings that begin on this page. */
  readonly headings: readonly PdfHeading[]
  /** All text in the order of drawing, artifacts too. */
  readonly allText: string
  /** Characters that are printed as empty boxes, since no font had them; U+FFFD for those that are not known. */
  readonly boxed: ReadonlySet<string>
}

export interface PdfDocument {
  readonly pages: readonly PdfPage[]
  /** Tagged text of the whole document in reading order: what runs over to a next page is read to its end first. */
  readonly text: string
  /** Headings in reading order. */
  readonly headings: readonly PlacedHeading[]
  readonly outline: readonly Bookmark[]
  readonly title?: string
  /** BCP 47 */
  readonly lang?: string
  readonly tagged: boolean
  /** 1-based page of each id that something links to. */
  readonly destinations: ReadonlyMap<string, number>
  readonly links: readonly PdfLink[]
  /** What keeps it from being read aloud. */
  readonly faults: readonly TagFault[]
}

/**
 * Reads back a PDF that Chromium has printed. Reads what is written for copying too (`ActualText`):
 * ligatures and many scripts have no other text.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const file = openPdf(bytes)
  const pages = readPages(file)
  const catalog = file.trailer.get('Root')
  const lang = decodeText(file.entry(catalog, 'Lang'))
  const title = decodeText(file.entry(file.trailer.get('Info'), 'Title'))
  const fonts: FontCache = new Map()
  const drawn = new Map<number, Drawn>()
  for (const [object, page] of pages) drawn.set(object, readContent(file, object, page.resources, fonts))

  const structure = readStructure(file, pages, drawn, isRightToLeft(lang))
  const texts = new Map<number, string>()
  for (const piece of structure?.pieces ?? [])
    texts.set(piece.page, (texts.get(piece.page) ?? '') + piece.text)
  const headings = structure?.headings ?? []
  const read = [...pages].map(([object, { number }]) => {
    const allText = (drawn.get(object)?.all ?? []).map((run) => run.text).join('\n')
    const text = structure ? (texts.get(number) ?? '').trim() : allText
    const own = headings
      .filter(({ page }) => page === number)
      .map((heading) => ({ level: heading.level, text: heading.text }))
    return { number, text, headings: own, allText, boxed: drawn.get(object)?.boxed ?? new Set() }
  })
  const destinations = destinationsOf(file, pages)
  return {
    pages: read,
    text: structure
      ? structure.pieces.map((piece) => piece.text).join('')
      : read.map((page) => page.text).join('\n'),
    headings,
    outline: readOutline(file, pages),
    ...(title === undefined ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
    tagged: structure !== undefined,
    destinations,
    links: (structure?.links ?? []).map(({ annotation, ...link }) => ({
      ...link,
      ...targetOf(file, annotation, destinations),
    })),
    faults: auditTags(file, pages),
  }
}

function targetOf(
  file: PdfFile,
  annotation: number | undefined,
  destinations: ReadonlyMap<string, number>,
): Pick<PdfLink, 'address' | 'id' | 'to'> {
  if (annotation === undefined) return {}
  const link = file.dictionary({ object: annotation })
  const address = decodeText(file.entry(link.get('A'), 'URI'))
  if (address !== undefined) return { address }
  const place = file.resolve(link.get('Dest'))
  const name = isName(place) ? place.name : isString(place) ? place.bytes : undefined
  if (name === undefined) return {}
  const id = idOfName(name)
  const to = destinations.get(id)
  return { id, ...(to === undefined ? {} : { to }) }
}
