import { inflateSync } from 'node:zlib'
import { isArray, isDictionary, isName, isReference, parseValue, skipBlank } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** The objects of a PDF file, read when asked for. */
export interface PdfFile {
  /** The whole file, a byte a character. */
  readonly source: string
  /** Where each object begins, by its number. */
  readonly offsets: ReadonlyMap<number, number>
  readonly trailer: PdfDictionary
  /** Where the newest table of objects begins. */
  readonly table: number
  /** Where an object begins, and where its value ends; undefined where there is none. */
  extent(object: number): { readonly start: number; readonly end: number } | undefined
  /** The value itself, references followed. */
  resolve(value: PdfValue | undefined): PdfValue | undefined
  /** An entry of a dictionary (or of a reference to one), references followed. */
  entry(of: PdfValue | undefined, key: string): PdfValue | undefined
  dictionary(value: PdfValue | undefined): PdfDictionary
  array(value: PdfValue | undefined): readonly PdfValue[]
  /** A stream's bytes, unpacked, a byte a character; empty where there is none. */
  stream(value: PdfValue | undefined): string
}

interface FileObject {
  readonly value: PdfValue
  readonly end: number
}

const nothing: PdfDictionary = new Map()

/**
 * Opens a PDF that has plain objects and a plain table of them, as Chromium writes it.
 * Throws where the file is none, or is built otherwise.
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('%PDF-')) throw new Error('This is no PDF file.')
  const { offsets, trailer, table } = readTables(source)
  const objects = new Map<number, FileObject>()

  function object(number: number): FileObject | undefined {
    const known = objects.get(number)
    if (known) return known
    const offset = offsets.get(number)
    if (offset === undefined) return undefined
    const header = /\d+\s+\d+\s+obj/y
    header.lastIndex = offset
    const parsed = header.test(source) ? parseValue(source, header.lastIndex) : undefined
    if (parsed) objects.set(number, parsed)
    return parsed
  }

  function resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let depth = 0; isReference(found) && depth < 32; depth++) found = object(found.object)?.value
    return found
  }

  function dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = resolve(value)
    return isDictionary(found) ? found : nothing
  }

  function stream(value: PdfValue | undefined): string {
    if (!isReference(value)) return ''
    const found = object(value.object)
    if (!found || !isDictionary(found.value)) return ''
    const start = /stream\r?\n/y
    start.lastIndex = skipBlank(source, found.end)
    const length = resolve(found.value.get('Length'))
    if (!start.test(source) || typeof length !== 'number') return ''
    const packed = source.slice(start.lastIndex, start.lastIndex + length)
    const filters = [resolve(found.value.get('Filter'))].flat().filter(isName)
    if (filters.length === 0) return packed
    if (filters.length > 1 || filters[0]?.name !== 'FlateDecode') return ''
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  }

  return {
    source,
    offsets,
    trailer,
    table,
    resolve,
    dictionary,
    stream,
    extent(number) {
      const start = offsets.get(number)
      const end = object(number)?.end
      return start === undefined || end === undefined ? undefined : { start, end }
    },
    entry: (of, key) => resolve(dictionary(of).get(key)),
    array(value) {
      const found = resolve(value)
      return isArray(found) ? found : []
    },
  }
}

/** Reads the table of objects, and those that it goes on from; the newest entry of an object counts. */
function readTables(source: string): Pick<PdfFile, 'offsets' | 'trailer' | 'table'> {
  const offsets = new Map<number, number>()
  let trailer: PdfDictionary | undefined
  const newest = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-1024))?.[1] ?? NaN)
  let at: PdfValue | undefined = newest
  const visited = new Set<number>()
  while (typeof at === 'number' && !visited.has(at)) {
    visited.add(at)
    const end = readTable(source, at, offsets)
    const parsed = end === undefined ? undefined : parseValue(source, end)
    if (!parsed || !isDictionary(parsed.value)) throw new Error('The PDF has no plain table of its objects.')
    trailer ??= parsed.value
    at = parsed.value.get('Prev')
  }
  if (!trailer) throw new Error('The PDF has no table of its objects.')
  return { offsets, trailer, table: newest }
}

/** Adds one table's entries; gives the index after the word `trailer`. */
function readTable(source: string, at: number, offsets: Map<number, number>): number | undefined {
  const table = /xref\s+/y
  table.lastIndex = at
  if (!table.test(source)) return undefined
  let index = table.lastIndex
  const group = /(\d+) (\d+)\s+/y
  for (;;) {
    group.lastIndex = index
    const found = group.exec(source)
    if (!found) break
    index = group.lastIndex
    // Every row has twenty bytes: "0000000015 00000 n" and the end of the line.
    for (let i = 0; i < Number(found[2]); i++, index += 20) {
      const number = Number(found[1]) + i
      if (source[index + 17] === 'n' && !offsets.has(number))
        offsets.set(number, Number(source.slice(index, index + 10)))
    }
  }
  return source.startsWith('trailer', index) ? index + 'trailer'.length : undefined
}
