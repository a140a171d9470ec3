import type { PdfFile } from './file.js'
import { decodeUtf16 } from './strings.js'
import { isName, isString, isWord, parseValue } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** How to read the codes that a font is shown with. */
export interface PdfFont {
  /** Bytes of one code. */
  readonly width: 1 | 2
  readonly text: ReadonlyMap<number, string>
}

/** Reads a font's table of codes and their text. */
export function readFont(file: PdfFile, font: PdfValue | undefined): PdfFont {
  const dictionary = file.dictionary(font)
  const type = file.resolve(dictionary.get('Subtype'))
  return {
    width: isName(type) && type.name === 'Type0' ? 2 : 1,
    text: readToUnicode(file.stream(dictionary.get('ToUnicode'))),
  }
}

/** The text of a shown string; codes without text give none. */
export function textOf(font: PdfFont | undefined, bytes: string): string {
  if (!font) return ''
  let text = ''
  for (let i = 0; i + font.width <= bytes.length; i += font.width) {
    const code = font.width === 2 ? (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1) : bytes.charCodeAt(i)
    text += font.text.get(code) ?? ''
  }
  return text
}

/** Whether a shown string has the glyph that stands in for all that the font lacks: an empty box. */
export function hasBox(font: PdfFont | undefined, bytes: string): boolean {
  if (font?.width !== 2 || !bytes.includes('\0\0')) return false
  for (let i = 0; i + 2 <= bytes.length; i += 2) if (bytes.startsWith('\0\0', i)) return true
  return false
}

/** Reads a ToUnicode CMap. */
function readToUnicode(cmap: string): ReadonlyMap<number, string> {
  const text = new Map<number, string>()
  let operands: PdfValue[] = []
  for (let parsed = parseValue(cmap, 0); parsed; parsed = parseValue(cmap, parsed.end)) {
    const { value } = parsed
    if (!isWord(value)) operands.push(value)
    else {
      if (value.word === 'endbfchar') addCharacters(text, operands)
      if (value.word === 'endbfrange') addRanges(text, operands)
      operands = []
    }
  }
  return text
}

function addCharacters(text: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [code, target] = [operands[i], operands[i + 1]]
    if (isString(code) && isString(target)) text.set(codeOf(code.bytes), decodeUtf16(target.bytes))
  }
}

function addRanges(text: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [from, to, target] = [operands[i], operands[i + 1], operands[i + 2]]
    if (!isString(from) || !isString(to)) continue
    const first = codeOf(from.bytes)
    for (let code = first; code <= codeOf(to.bytes); code++) {
      const item = Array.isArray(target) ? (target[code - first] as PdfValue | undefined) : target
      if (!isString(item)) continue
      const base = decodeUtf16(item.bytes)
      // A range counts on in its last character.
      text.set(code, Array.isArray(target) ? base : shiftLast(base, code - first))
    }
  }
}

function shiftLast(text: string, by: number): string {
  const characters = [...text]
  const last = characters.pop()?.codePointAt(0)
  return last === undefined ? '' : characters.join('') + String.fromCodePoint(last + by)
}

function codeOf(bytes: string): number {
  return [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0)
}
