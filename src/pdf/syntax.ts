/** A PDF name, without its slash. */
export interface PdfName {
  readonly name: string
}

/** A reference to an object of the file. */
export interface PdfReference {
  readonly object: number
}

/** A string, a byte a character. */
export interface PdfString {
  readonly bytes: string
}

/** A bare word: an operator of a content stream, or `obj`, `stream`, `null`. */
export interface PdfWord {
  readonly word: string
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>
export type PdfValue =
  | number
  | PdfName
  | PdfReference
  | PdfString
  | PdfWord
  | PdfDictionary
  | readonly PdfValue[]

export interface Parsed {
  readonly value: PdfValue
  /** Index of the first character after it. */
  readonly end: number
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const token = /[^\s()<>[\]{}/%]+/y
const blank = /(?:\s|\0|%[^\r\n]*)*/y
const reference = /(\d+)\s+\d+\s+R(?![A-Za-z])/y

/** Reads the PDF value at `start` of `source` (a byte a character); undefined at the end of the source. */
export function parseValue(source: string, start: number): Parsed | undefined {
  const at = skipBlank(source, start)
  const first = source[at]
  if (first === undefined) return undefined
  if (first === '/') return parseName(source, at)
  if (first === '(') return parseLiteral(source, at)
  if (first === '[') return parseArray(source, at)
  if (first === '<') return source[at + 1] === '<' ? parseDictionary(source, at) : parseHex(source, at)
  return parseWord(source, at)
}

/** Index of the first character from `start` on that is neither white space nor comment. */
export function skipBlank(source: string, start: number): number {
  blank.lastIndex = start
  blank.test(source)
  return blank.lastIndex
}

function parseName(source: string, at: number): Parsed {
  token.lastIndex = at + 1
  const written = token.exec(source)?.[0] ?? ''
  const name = written.includes('#')
    ? written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : written
  return { value: { name }, end: at + 1 + written.length }
}

function parseWord(source: string, at: number): Parsed {
  reference.lastIndex = at
  const code = source.charCodeAt(at)
  const referred = code >= 48 && code <= 57 ? reference.exec(source) : null
  if (referred) return { value: { object: Number(referred[1]) }, end: reference.lastIndex }
  token.lastIndex = at
  // A stray bracket is a word of its own, so that reading goes on.
  const word = token.exec(source)?.[0] ?? source.charAt(at)
  const end = at + word.length
  return { value: /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : { word }, end }
}

function parseLiteral(source: string, at: number): Parsed {
  let bytes = ''
  let depth = 0
  let index = at
  for (; index < source.length; index++) {
    const character = source.charAt(index)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(source.slice(index + 1, index + 4))?.[0]
      const next = source.charAt(index + 1)
      bytes += octal
        ? String.fromCharCode(parseInt(octal, 8) & 255)
        : (escapes[next] ?? next.replace('\n', ''))
      index += octal ? octal.length : 1
      continue
    }
    if (character === '(' && depth++ === 0) continue
    if (character === ')' && --depth === 0) break
    bytes += character
  }
  return { value: { bytes }, end: index + 1 }
}

function parseHex(source: string, at: number): Parsed {
  const close = source.indexOf('>', at)
  const end = close < 0 ? source.length : close
  const digits = source.slice(at + 1, end).replace(/\s/g, '')
  return {
    value: { bytes: Buffer.from(digits + '0'.repeat(digits.length % 2), 'hex').toString('latin1') },
    end: end + 1,
  }
}

function parseArray(source: string, at: number): Parsed {
  const values: PdfValue[] = []
  let end = skipBlank(source, at + 1)
  while (end < source.length && source[end] !== ']') {
    const parsed = parseValue(source, end)
    if (!parsed) break
    values.push(parsed.value)
    end = skipBlank(source, parsed.end)
  }
  return { value: values, end: end + 1 }
}

function parseDictionary(source: string, at: number): Parsed {
  const dictionary = new Map<string, PdfValue>()
  let end = skipBlank(source, at + 2)
  while (end < source.length && source[end] !== '>') {
    const key = parseValue(source, end)
    const parsed = key && parseValue(source, key.end)
    if (!parsed) break
    if (isName(key.value)) dictionary.set(key.value.name, parsed.value)
    end = skipBlank(source, parsed.end)
  }
  return { value: dictionary, end: end + 2 }
}

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && 'name' in value
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && 'object' in value
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && 'bytes' in value
}

export function isWord(value: PdfValue | undefined): value is PdfWord {
  return typeof value === 'object' && 'word' in value
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value)
}
