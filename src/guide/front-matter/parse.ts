import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml'
import { finding, type Finding, type Place } from '../../finding/index.js'
import type { Block } from './cut.js'
import { isRecord } from './values.js'

/** One key of the front matter with its value as plain data. */
export interface Entry {
  readonly key: string
  readonly value: unknown
  readonly place: Place
  /** Where what stands at a path inside the value begins. */
  readonly placeOf: (path: readonly (string | number)[]) => Place
}

export type Parsed = { readonly entries: readonly Entry[] } | { readonly fault: Finding }

/** Characters; more is no front matter that anybody wrote, and the parsers need not try it. */
const LONGEST = 65_536

/** Parses a block of front matter. Faults of its syntax are findings, whatever it holds. */
export async function parseFrontMatter(block: Block, file: string): Promise<Parsed> {
  const at = (line: number, column: number): Place => ({ file, line: line + block.firstLine - 1, column })
  if (block.text.length > LONGEST) {
    const reason = `it has more than ${LONGEST / 1024} kB.`
    return { fault: broken(block, reason, at(1, 1)) }
  }
  if (block.format === 'pandoc') return { entries: pandocEntries(block.text, at) }
  try {
    return block.format === 'toml' ? await parseToml(block, at) : parseYaml(block, at)
  } catch (error) {
    // Nesting too deep for the parser, or aliases that multiply.
    const reason = error instanceof RangeError ? 'it is nested too deeply.' : 'it refers to itself too often.'
    return { fault: broken(block, reason, at(1, 1)) }
  }
}

type At = (line: number, column: number) => Place

function broken(block: Block, reason: string, place: Place): Finding {
  return finding('front-matter-broken', { format: block.format.toUpperCase(), reason }, place)
}

/** Pandoc's title block: a title, authors with semicolons between them, a date. */
function pandocEntries(text: string, at: At): readonly Entry[] {
  const fields: { line: number; value: string }[] = []
  text.split('\n').forEach((line, index) => {
    if (line.startsWith('%')) fields.push({ line: index + 1, value: line.slice(1).trim() })
    else {
      const last = fields.at(-1) as { value: string }
      last.value += `${fields.length === 2 ? ';' : ''} ${line.trim()}`
    }
  })
  return fields.map(({ line, value }, index) => {
    const place = at(line, 1)
    const names = value.split(';').flatMap((one) => one.trim() || [])
    return {
      key: ['title', 'authors', 'date'][index] as string,
      // A title is plain text: emphasis and code in it lose their marks.
      value: index === 1 ? names : value.replace(/[*`]/g, ''),
      place,
      placeOf: () => place,
    }
  })
}

/** YAML, and JSON, which is YAML. */
function parseYaml(block: Block, at: At): Parsed {
  const counter = new LineCounter()
  const text = block.format === 'json' ? block.text.replaceAll('\t', '  ') : block.text
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' })
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return at(line, col)
  }
  const fault = document.errors[0]
  if (fault) {
    return { fault: broken(block, yamlReason(fault), placeOf(fault.pos[0])) }
  }
  if (document.contents === null) return { entries: [] }
  if (!isMap(document.contents)) {
    return { fault: broken(block, 'it must be a list of "key: value" lines.', placeOf(0)) }
  }
  const values = new Map(Object.entries(document.toJS({ maxAliasCount: 50 }) as object))
  return {
    entries: document.contents.items.map(({ key }): Entry => {
      const written = isScalar(key) ? String(key.value) : String(key)
      const [offset, end] = isScalar(key) && key.range ? key.range : [0, 0]
      return {
        key: written,
        value: values.get(written),
        place: { ...placeOf(offset), ...endOf(placeOf(end)) },
        placeOf: (path) => placeOf(offsetOf(document, [written, ...path], offset)),
      }
    }),
  }
}

function endOf({ line, column }: Place) {
  return { endLine: line, endColumn: column }
}

/** Where the node at a path begins; a mapping's entry at its key. */
function offsetOf(document: Document, path: readonly (string | number)[], otherwise: number): number {
  const parent = document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (path.length > 1 && isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? otherwise
  }
  const node = document.getIn(path, true)
  return path.length > 1 && isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise
}

function yamlReason({ code, message }: YAMLParseError): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands twice.'
  if (code === 'TAB_AS_INDENT') return 'a line begins with a tab; only blanks may indent it.'
  return `${message.split('\n')[0]?.replace(/[.:]?$/, '.')}`
}

async function parseToml(block: Block, at: At): Promise<Parsed> {
  const { parse, TomlDate, TomlError } = await import('smol-toml')
  const plain = (value: unknown): unknown => {
    if (value instanceof TomlDate) return value.toISOString()
    if (Array.isArray(value)) return value.map(plain)
    if (isRecord(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
    return typeof value === 'bigint' ? Number(value) : value
  }
  try {
    const places = tomlPlaces(block.text)
    return {
      entries: Object.entries(parse(block.text)).map(([key, value]) => {
        const place = at(places.get(key) ?? 1, 1)
        return { key, value: plain(value), place, placeOf: () => place }
      }),
    }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = `${error.message
      .split('\n')[0]
      ?.replace(/^Invalid TOML document: /, '')
      .replace(/[.:]?$/, '.')}`
    return { fault: broken(block, reason, at(error.line, error.column)) }
  }
}

/** The 1-based line on which each key first stands: the parser does not say. */
function tomlPlaces(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  text.split('\n').forEach((line, index) => {
    const key = /^\s*\[{0,2}\s*["']?([\w-]+)["']?\s*(?:[.=\]])/.exec(line)?.[1]
    if (key && !places.has(key)) places.set(key, index + 1)
  })
  return places
}
