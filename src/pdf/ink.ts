import type { FontCache } from './content.js'
import { markKinds } from './mark-kinds.js'
import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { readInkOfPage, type InkText } from './ink-page.js'
import { readPages } from './pages.js'
import { decodeText } from './strings.js'
import { isName } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** A font that the file shows text with. */
export interface InkFont {
  readonly name: string
  /** Whether its outlines are in the file. */
  readonly isEmbedded: boolean
  /** Glyphs as drawings, which no copy shop's printer hints. */
  readonly isType3: boolean
}

/** What a printer puts on the paper, and what it needs for that. */
export interface Ink {
  readonly texts: readonly InkText[]
  readonly fonts: readonly InkFont[]
  /** Addresses that links lead to outside the file, each once. */
  readonly addresses: readonly string[]
}

/** Reads what a PDF puts on paper: every text with its size, its colour and its ground; fonts; addresses. */
export function readInk(bytes: Uint8Array): Ink {
  const file = openPdf(bytes)
  const pages = readPages(file)
  const kinds = markKinds(file)
  const fonts = new Map<string, InkFont>()
  const addresses = new Set<string>()
  const texts: InkText[] = []
  const read: FontCache = new Map()
  for (const [object, page] of pages) {
    for (const [, font] of file.dictionary(file.entry(page.resources, 'Font'))) {
      const found = readInkFont(file, font)
      fonts.set(found.name, found)
    }
    for (const annotation of file.array(page.dictionary.get('Annots'))) {
      const address = decodeText(file.entry(file.entry(annotation, 'A'), 'URI'))
      if (address !== undefined) addresses.add(address)
    }
    texts.push(...readInkOfPage(file, { object, page, kinds, fonts: read }))
  }
  return { texts, fonts: [...fonts.values()], addresses: [...addresses] }
}

function readInkFont(file: PdfFile, font: PdfValue): InkFont {
  const nameOf = (value: PdfValue | undefined): string => (isName(value) ? value.name : '')
  const isType3 = nameOf(file.entry(font, 'Subtype')) === 'Type3'
  const [descendant] = file.array(file.entry(font, 'DescendantFonts'))
  const descriptor = file.entry(descendant ?? font, 'FontDescriptor')
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    file.dictionary(descriptor).has(key),
  )
  const name = nameOf(file.entry(font, 'BaseFont')) || nameOf(file.entry(descriptor, 'FontName'))
  return {
    name: name.replace(/^[A-Z]{6}\+/, '') || 'a font without a name',
    isEmbedded: isEmbedded || isType3,
    isType3,
  }
}
