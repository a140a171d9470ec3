import { inflateSync } from 'node:zlib'
import { openPdf } from './file.js'
import { readSections, type SectionState } from './section-states.js'
import { decodeText } from './strings.js'
import { parseValue } from './syntax.js'

/** What a PDF says of the guide that it was made from. */
export interface PdfStamp {
  readonly title?: string
  /** SHA-256 of the guide and its pictures, in hex; absent where the PDF is none of ours. */
  readonly hash?: string
  /** Name of the guide: that of its output folder. */
  readonly guide?: string
  /** Empty where the PDF says nothing of them. */
  readonly sections: readonly SectionState[]
}

/**
 * Reads the metadata that `stampPdf` wrote, also where another program has saved the PDF anew and kept it.
 * Throws where the file is no PDF.
 */
export function readStamp(bytes: Uint8Array): PdfStamp {
  const entry = entriesOf(bytes)
  const [title, hash, guide] = [entry('Title'), entry('GuideHash'), entry('GuideName')]
  return {
    ...(title === undefined ? {} : { title }),
    ...(hash === undefined ? {} : { hash }),
    ...(guide === undefined ? {} : { guide }),
    sections: readSections(entry('GuideSections') ?? ''),
  }
}

function entriesOf(bytes: Uint8Array): (key: string) => string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('%PDF-')) throw new Error('This is no PDF file.')
  try {
    const file = openPdf(bytes)
    return (key) => decodeText(file.entry(file.trailer.get('Info'), key))
  } catch {
    return scattered(source)
  }
}

/** The entries of the one dictionary that has a guide's hash, wherever it stands: tables of objects differ by program. */
function scattered(source: string): (key: string) => string | undefined {
  const holder = [source, ...objectStreams(source)].findLast((text) => text.includes('/GuideHash'))
  const at = holder?.lastIndexOf('/GuideHash') ?? -1
  if (holder === undefined || at < 0) return () => undefined
  // Its own dictionary holds nothing but strings, numbers and names.
  const start = holder.lastIndexOf('<<', at)
  const parsed = parseValue(holder, start)
  return (key) => (parsed?.value instanceof Map ? decodeText(parsed.value.get(key)) : undefined)
}

/** The objects that are packed into streams, a text a stream. */
function objectStreams(source: string): readonly string[] {
  return [...source.matchAll(/\/ObjStm\b[^]{0,400}?stream\r?\n/g)].flatMap((found) => {
    const start = found.index + found[0].length
    const end = source.indexOf('endstream', start)
    try {
      return [inflateSync(Buffer.from(source.slice(start, end), 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
}
