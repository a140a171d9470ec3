import { isWord, parseValue, skipBlank } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** Lines, areas and colours: most of a content stream, and none of its words. */
const drawing =
  /(?:[-+]?[\d.]+\s+){0,6}(?:re|rg|RG|sc|SC|scn|SCN|gs|ri|f\*|B\*|b\*|W\*|[mlcvyhfFSsnWBbwJjMigGkK])(?=\s|$)/y
/** Glyphs along a line, each moved into its place: so most text is drawn. */
const glyphs = /(?:[-+]?[\d.]+ 0 Td <[0-9A-Fa-f]+> Tj\s+)+/y
/** What stands in a content stream most often: a number, an operator, a name without escapes, a string in hex. */
const common =
  /([-+]?(?:\d+\.?\d*|\.\d+))(?=[\s/[<(\]]|$)|([A-Za-z'"][A-Za-z0-9*]*)|\/([^\s()<>[\]{}/%#]+)|<([0-9A-Fa-f]+)>/y

/** Calls `visit` with each operator of a content stream that may have to do with text, and what stands before it. */
export function readOperations(
  content: string,
  visit: (operator: string, operands: readonly PdfValue[]) => void,
): void {
  let operands: PdfValue[] = []
  for (let at = skipBlank(content, 0); at < content.length; at = skipBlank(content, at)) {
    if (operands.length === 0) {
      drawing.lastIndex = at
      if (drawing.test(content)) {
        at = drawing.lastIndex
        continue
      }
      glyphs.lastIndex = at
      const row = glyphs.exec(content)?.[0]
      if (row) {
        at = glyphs.lastIndex
        visit('Tj', [{ bytes: bytesOf(row.replace(/[^<]*<([^>]*)>[^<]*/g, '$1')) }])
        continue
      }
    }
    const parsed = parseCommon(content, at) ?? parseValue(content, at)
    if (!parsed) return
    at = parsed.end
    if (!isWord(parsed.value)) operands.push(parsed.value)
    else {
      visit(parsed.value.word, operands)
      operands = []
    }
  }
}

function parseCommon(
  content: string,
  at: number,
): { readonly value: PdfValue; readonly end: number } | undefined {
  common.lastIndex = at
  const found = common.exec(content)
  if (!found) return undefined
  const [, number, word, name, hex] = found
  const end = common.lastIndex
  if (number !== undefined) return { value: Number(number), end }
  if (word !== undefined) return { value: { word }, end }
  if (name !== undefined) return { value: { name }, end }
  return { value: { bytes: bytesOf(hex ?? '') }, end }
}

function bytesOf(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1')
}
