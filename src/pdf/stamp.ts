import { createHash } from 'node:crypto'
import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { renumberNodes } from './node-ids.js'
import { writeSections, type SectionState } from './section-states.js'
import { decodeText, encodeText } from './strings.js'
import { isReference } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string
  /** BCP 47 */
  readonly lang: string
  readonly author?: string
  /** YYYY-MM-DD; made and changed on that day at 00:00Z. Without it the PDF has no dates. */
  readonly date?: string
  readonly subject?: string
  readonly keywords?: string
  /** SHA-256 of the guide and its pictures, in hex. */
  readonly hash: string
  /** Name of the guide: that of its output folder. */
  readonly guide?: string
  /** Hashes of its sections, in order. */
  readonly sections?: readonly SectionState[]
}

/** A stretch of the file, and the bytes that take its place. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Sets a printed PDF's metadata, its dates and its identity, so that two prints of one guide are the same
 * bytes. Works on the bytes: tags, outline and pages are copied as they are. Throws where the PDF is not
 * built as Chromium builds it (one plain table of objects).
 */
export async function stampPdf(printed: Uint8Array, metadata: PdfMetadata): Promise<Uint8Array> {
  const bytes = renumberNodes(printed)
  const file = openPdf(bytes)
  if (file.trailer.has('Prev'))
    throw new Error('The PDF was changed since it was printed; it cannot be stamped.')
  const size = file.trailer.get('Size')
  const [root, info] = [file.trailer.get('Root'), file.trailer.get('Info')]
  if (typeof size !== 'number' || !isReference(root) || !isReference(info))
    throw new Error('The PDF lacks its catalog or its metadata; it cannot be stamped.')

  const edits = [informationEdit(file, info.object, metadata), ...languageEdits(file, root, metadata.lang)]
  edits.sort((a, b) => a.start - b.start)
  const body = edited(bytes, edits, file.table)
  const identity = createHash('sha256').update(body).digest('hex').slice(0, 32)
  const origin = createHash('sha256').update(metadata.hash).digest('hex').slice(0, 32)
  const trailer = `trailer
<</Size ${size}
/Root ${root.object} 0 R
/Info ${info.object} 0 R
/ID [<${origin}> <${identity}>]>>
startxref
${body.length}
%%EOF
`
  // A plain array: not every reader takes Node's own kind.
  return new Uint8Array(
    Buffer.concat([body, Buffer.from(objectTable(file, size, edits) + trailer, 'latin1')]),
  )
}

function informationEdit(file: PdfFile, number: number, metadata: PdfMetadata): Edit {
  const moment = metadata.date && `D:${metadata.date.replaceAll('-', '')}000000Z`
  const entries: Readonly<Record<string, string | undefined>> = {
    Title: metadata.title,
    Author: metadata.author,
    Subject: metadata.subject,
    Keywords: metadata.keywords,
    Creator: 'Deckhand',
    Producer: decodeText(file.entry({ object: number }, 'Producer')),
    CreationDate: moment,
    ModDate: moment,
    GuideHash: metadata.hash,
    GuideName: metadata.guide,
    GuideSections: metadata.sections && writeSections(metadata.sections),
  }
  const lines = Object.entries(entries).flatMap(([key, value]) =>
    value ? [`/${key} ${encodeText(value)}`] : [],
  )
  return { ...extentOf(file, number), text: `${number} 0 obj\n<<${lines.join('\n')}>>` }
}

/** Chromium takes the language from the page; it is written where that had none, or another. */
function languageEdits(file: PdfFile, root: PdfValue & { object: number }, lang: string): readonly Edit[] {
  const found = decodeText(file.entry(root, 'Lang'))
  if (found === lang) return []
  const { start, end } = extentOf(file, root.object)
  const text = file.source
    .slice(start, end)
    .replace(/\/Lang\s*(?:\([^()]*\)|<[^<>]*>)\s*/, '')
    .replace(/>>$/, () => `\n/Lang ${encodeText(lang)}>>`)
  return [{ start, end, text }]
}

function extentOf(file: PdfFile, number: number): { readonly start: number; readonly end: number } {
  const extent = file.extent(number)
  if (!extent) throw new Error(`The PDF lacks its object ${number}.`)
  return extent
}

/** The bytes up to `end`, with the edits made; edits are in order and do not overlap. */
function edited(bytes: Uint8Array, edits: readonly Edit[], end: number): Buffer {
  const parts: Uint8Array[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(bytes.subarray(at, edit.start), Buffer.from(edit.text, 'latin1'))
    at = edit.end
  }
  return Buffer.concat([...parts, bytes.subarray(at, end)])
}

/** The table of objects as the edits moved them. */
function objectTable(file: PdfFile, size: number, edits: readonly Edit[]): string {
  const moved = (offset: number): number =>
    edits.reduce(
      (at, edit) => (edit.end <= offset ? at + edit.text.length - (edit.end - edit.start) : at),
      offset,
    )
  const rows = Array.from({ length: size - 1 }, (_, index) => {
    const offset = file.offsets.get(index + 1)
    return offset === undefined
      ? '0000000000 00000 f \n'
      : `${String(moved(offset)).padStart(10, '0')} 00000 n \n`
  })
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`
}
