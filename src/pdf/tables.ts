import { inflateSync } from 'node:zlib'
import { isArray, isDictionary, isName, parseValue, skipBlank } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** Where an object is that stands with others in a stream. */
export interface PackedPlace {
  /** Number of the stream. */
  readonly stream: number
  /** Its place among the stream's objects, from 0. */
  readonly index: number
}

export interface PdfTables {
  /** Where each object begins that stands by itself. */
  readonly offsets: ReadonlyMap<number, number>
  readonly packed: ReadonlyMap<number, PackedPlace>
  readonly trailer: PdfDictionary
  /** Where the newest table begins. */
  readonly table: number
}

interface Entries {
  readonly offsets: Map<number, number>
  readonly packed: Map<number, PackedPlace>
}

/**
 * Reads the table of objects, and those that it goes on from; the newest entry of an object counts.
 * Throws where there is none.
 */
export function readTables(source: string): PdfTables {
  const entries: Entries = { offsets: new Map(), packed: new Map() }
  let trailer: PdfDictionary | undefined
  const newest = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-1024))?.[1] ?? NaN)
  let at: PdfValue | undefined = newest
  const visited = new Set<number>()
  while (typeof at === 'number' && !visited.has(at)) {
    visited.add(at)
    const own: PdfDictionary | undefined =
      readTable(source, at, entries) ?? readTableStream(source, at, entries)
    if (!own) throw new Error('The PDF has no table of its objects that can be read.')
    trailer ??= own
    at = own.get('Prev')
  }
  if (!trailer) throw new Error('The PDF has no table of its objects.')
  return { ...entries, trailer, table: newest }
}

/** Adds the entries of a plain table; gives its trailer. */
function readTable(source: string, at: number, { offsets }: Entries): PdfDictionary | undefined {
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
  if (!source.startsWith('trailer', index)) return undefined
  const trailer = parseValue(source, index + 'trailer'.length)?.value
  return isDictionary(trailer) ? trailer : undefined
}

/** Adds the entries of a table that is packed in a stream; gives the stream's dictionary, which is the trailer. */
function readTableStream(
  source: string,
  at: number,
  { offsets, packed }: Entries,
): PdfDictionary | undefined {
  const header = /\d+\s+\d+\s+obj/y
  header.lastIndex = at
  const parsed = header.test(source) ? parseValue(source, header.lastIndex) : undefined
  if (!parsed || !isDictionary(parsed.value)) return undefined
  const { value: dictionary } = parsed
  const [length, size, filter] = ['Length', 'Size', 'Filter'].map((key) => dictionary.get(key))
  const widths = numbersOf(dictionary.get('W'))
  const start = /stream\r?\n/y
  start.lastIndex = skipBlank(source, parsed.end)
  if (!start.test(source) || typeof length !== 'number' || typeof size !== 'number') return undefined
  if (!isName(filter) || filter.name !== 'FlateDecode' || dictionary.has('DecodeParms')) return undefined
  const bytes = inflateSync(Buffer.from(source.slice(start.lastIndex, start.lastIndex + length), 'latin1'))
  const groups = numbersOf(dictionary.get('Index'))
  let index = 0
  const field = (width: number): number => {
    let value = 0
    for (const end = index + width; index < end; index++) value = value * 256 + (bytes[index] ?? 0)
    return value
  }
  for (let group = 0; group < Math.max(groups.length, 2); group += 2) {
    const [first, count] = [groups[group] ?? 0, groups[group + 1] ?? size]
    for (let number = first; number < first + count; number++) {
      const kind = widths[0] === 0 ? 1 : field(widths[0] ?? 0)
      const [second, third] = [field(widths[1] ?? 0), field(widths[2] ?? 0)]
      if (offsets.has(number) || packed.has(number)) continue
      if (kind === 1) offsets.set(number, second)
      if (kind === 2) packed.set(number, { stream: second, index: third })
    }
  }
  return dictionary
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  return isArray(value) ? value.filter((one) => typeof one === 'number') : []
}
