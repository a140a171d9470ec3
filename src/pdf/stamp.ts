import { createHash } from 'node:crypto'
import { mendBookmarks } from './bookmark-titles.js'
import { editPdf } from './edit.js'
import type { PdfEdit } from './edit.js'
import { openPdf } from './file.js'
import { describeLinks, textOfMarks } from './link-texts.js'
import { markedText } from './marked-text.js'
import type { PdfMetadata } from './metadata.js'
import { nameByStrings } from './named-places.js'
import { renumberNodes } from './node-ids.js'
import { packedStream, packPdf } from './pack.js'
import { readPages } from './pages.js'
import { isRightToLeft } from './reading-order.js'
import { writeSections } from './section-states.js'
import { srgbProfile } from './srgb-profile.js'
import { mendContents } from './streams.js'
import { decodeText, encodeText } from './strings.js'
import { isReference } from './syntax.js'
import type { PdfReference, PdfValue } from './syntax.js'
import { mendTags } from './tags.js'
import { mendUnicode } from './to-unicode.js'
import { streamBody } from './write.js'
import { xmpPacket } from './xmp.js'

/**
 * Finishes a printed PDF: mends what keeps it from PDF/UA-1 and PDF/A-2a, sets its metadata, its dates and its
 * identity, so that two prints of one guide are the same bytes, and packs it. Text, outline and pages stay.
 * Throws where the PDF is not built as Chromium builds it.
 */
export async function stampPdf(printed: Uint8Array, metadata: PdfMetadata): Promise<Uint8Array> {
  const file = openPdf(renumberNodes(printed))
  if (file.trailer.has('Prev'))
    throw new Error('The PDF was changed since it was printed; it cannot be stamped.')
  const [root, info] = [file.trailer.get('Root'), file.trailer.get('Info')]
  if (!isReference(root) || !isReference(info))
    throw new Error('The PDF lacks its catalog or its metadata; it cannot be stamped.')

  const pdf = editPdf(file)
  const pages = readPages(file)
  const isTagged = isReference(file.dictionary(root).get('StructTreeRoot'))
  if (isTagged) {
    const contents = mendContents(pdf, pages)
    const text = markedText(file, isRightToLeft(metadata.lang))
    const drawn = { contents, pages, text }
    const { links, headings } = mendTags(pdf)
    describeLinks(pdf, links, drawn)
    mendBookmarks(
      pdf,
      root,
      headings.map((marks) => textOfMarks(pdf, marks, drawn)),
    )
    mendUnicode(pdf, file, pages, contents)
  }
  nameByStrings(pdf, root, pages)
  const producer = decodeText(file.entry(info, 'Producer'))
  pdf.setBody(info.object, information(metadata, producer))
  mendCatalog(pdf, root, xmpPacket({ ...metadata, producer, isTagged }), metadata.lang)

  const origin = createHash('sha256').update(metadata.hash).digest('hex').slice(0, 32)
  return packPdf(pdf.bodies(), new Set([info.object]), (objects) => {
    const identity = createHash('sha256').update(objects).digest('hex').slice(0, 32)
    return `/Root ${root.object} 0 R\n/Info ${info.object} 0 R\n/ID [<${origin}> <${identity}>]`
  })
}

function information(metadata: PdfMetadata, producer: string | undefined): string {
  const moment = metadata.date && `D:${metadata.date.replaceAll('-', '')}000000Z`
  const entries: Readonly<Record<string, string | undefined>> = {
    Title: metadata.title,
    Author: metadata.author,
    Subject: metadata.subject,
    Keywords: metadata.keywords,
    Creator: 'Deckhand',
    Producer: producer,
    CreationDate: moment,
    ModDate: moment,
    GuideHash: metadata.hash,
    GuideName: metadata.guide,
    GuideSections: metadata.sections && writeSections(metadata.sections),
  }
  const lines = Object.entries(entries).flatMap(([key, value]) =>
    value ? [`/${key} ${encodeText(value)}`] : [],
  )
  return `<<${lines.join('\n')}>>`
}

/** Sets the language, what viewers show, the metadata for archives, and what the colours mean. */
function mendCatalog(pdf: PdfEdit, root: PdfReference, packet: string, lang: string): void {
  const catalog = new Map(pdf.dictionary(root))
  const preferences = new Map(pdf.dictionary(catalog.get('ViewerPreferences')))
  const metadataStream = putStream(
    pdf,
    catalog.get('Metadata'),
    streamBody('/Type /Metadata\n/Subtype /XML', Buffer.from(packet).toString('latin1')),
  )
  const [known] = pdf.array(catalog.get('OutputIntents'))
  const profile = putStream(
    pdf,
    pdf.dictionary(known).get('DestOutputProfile'),
    packedStream('/N 3', srgbProfile()),
  )
  const name: PdfValue = { bytes: 'sRGB IEC61966-2.1' }
  const intent = new Map<string, PdfValue>([
    ['Type', { name: 'OutputIntent' }],
    ['S', { name: 'GTS_PDFA1' }],
    ['OutputConditionIdentifier', name],
    ['Info', name],
    ['DestOutputProfile', profile],
  ])
  const changes: readonly (readonly [string, PdfValue])[] = [
    ['Lang', { bytes: lang }],
    ['ViewerPreferences', preferences.set('DisplayDocTitle', { word: 'true' })],
    ['Metadata', metadataStream],
    ['OutputIntents', [intent]],
  ]
  for (const [key, value] of changes) catalog.set(key, value)
  pdf.set(root.object, catalog)
}

/** Puts a stream in the place of one that is there already, else adds it. */
function putStream(pdf: PdfEdit, known: PdfValue | undefined, body: string): PdfReference {
  if (!isReference(known)) return pdf.addBody(body)
  pdf.setBody(known.object, body)
  return known
}
