import { inflateSync } from 'node:zlib'
import { packedObjects } from './packed.js'
import { readTables } from './tables.js'
import { isArray, isDictionary, isName, isReference, parseValue, skipBlank } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** The objects of a PDF file, read when asked for. */
export interface PdfFile {
  readonly trailer: PdfDictionary
  /** The value itself, references followed. */
  resolve(value: PdfValue | undefined): PdfValue | undefined
  /** An entry of a dictionary (or of a reference to one), references followed. */
  entry(of: PdfValue | undefined, key: string): PdfValue | undefined
  dictionary(value: PdfValue | undefined): PdfDictionary
  array(value: PdfValue | undefined): readonly PdfValue[]
  /** A stream's bytes, unpacked, a byte a character; empty where there is none. */
  stream(value: PdfValue | undefined): string
  /** A stream's bytes as they stand in the file; undefined where an object is none. */
  packed(object: number): string | undefined
  /** What is written between `obj` and `endobj`, a byte a character; undefined where there is none. */
  body(object: number): string | undefined
}

interface FileObject {
  readonly value: PdfValue
  readonly end: number
}

const nothing: PdfDictionary = new Map()

/**
 * Opens a PDF as Chromium writes it (plain objects, a plain table of them) or as `packPdf` does (both packed).
 * Throws where the file is none, or is built otherwise.
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('%PDF-')) throw new Error('This is no PDF file.')
  const { offsets, packed: places, trailer } = readTables(source)
  const texts = packedObjects(places, (number) => ({
    entries: dictionary({ object: number }),
    bytes: stream({ object: number }),
  }))
  const objects = new Map<number, FileObject>()

  function object(number: number): FileObject | undefined {
    const known = objects.get(number)
    if (known) return known
    const offset = offsets.get(number)
    if (offset === undefined) {
      const text = texts(number)
      const unpacked = text === undefined ? undefined : parseValue(text, 0)
      if (unpacked) objects.set(number, unpacked)
      return unpacked
    }
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
    const found = offsets.has(value.object) ? object(value.object) : undefined
    if (!found || !isDictionary(found.value)) return ''
    const bytes = packed(value.object)
    if (bytes === undefined) return ''
    const filters = [resolve(found.value.get('Filter'))].flat().filter(isName)
    if (filters.length === 0) return bytes
    if (filters.length > 1 || filters[0]?.name !== 'FlateDecode') return ''
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  }

  function packed(number: number): string | undefined {
    const found = offsets.has(number) ? object(number) : undefined
    const length = found && isDictionary(found.value) ? resolve(found.value.get('Length')) : undefined
    if (!found || typeof length !== 'number') return undefined
    const start = /stream\r?\n/y
    start.lastIndex = skipBlank(source, found.end)
    return start.test(source) ? source.slice(start.lastIndex, start.lastIndex + length) : undefined
  }

  return {
    trailer,
    resolve,
    dictionary,
    stream,
    packed,
    body(number) {
      const offset = offsets.get(number)
      if (offset === undefined) return texts(number)
      const header = /\d+\s+\d+\s+obj\s*/y
      header.lastIndex = offset
      const found = object(number)
      if (!found || !header.test(source)) return undefined
      const bytes = packed(number)
      const value = source.slice(header.lastIndex, found.end)
      return bytes === undefined ? value : `${value}\nstream\n${bytes}\nendstream`
    },
    entry: (of, key) => resolve(dictionary(of).get(key)),
    array(value) {
      const found = resolve(value)
      return isArray(found) ? found : []
    },
  }
}
