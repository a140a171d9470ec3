import type { PdfEdit } from './edit.js'
import type { PdfFile } from './file.js'
import { readFont } from './font.js'
import type { PdfFont } from './font.js'
import { readOperations } from './operations.js'
import { packedStream } from './pack.js'
import type { PdfPageObject } from './pages.js'
import type { Contents } from './streams.js'
import { decodeText } from './strings.js'
import { isDictionary, isName, isReference, isString } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** A glyph of which Chromium does not know what it says: a ligature, a part of a letter. */
const UNKNOWN = /<([0-9A-F]{4})> <0000>/g
/** Joins what stands beside it, and is not seen: for the glyphs of a letter behind its first. */
const NOTHING = '\u2060'

interface UsedFont {
  readonly reference: { readonly object: number }
  readonly cmap: string
  readonly font: PdfFont
  /** Its name without what tells the parts of one font apart. */
  readonly base: string
}

/**
 * Tells what each glyph says where Chromium leaves that out, so that words can be copied by every reader: from the text
 * that stands for the glyph on a page, else from another part of the same font.
 */
export function mendUnicode(
  pdf: PdfEdit,
  file: PdfFile,
  pages: ReadonlyMap<number, PdfPageObject>,
  contents: Contents,
): void {
  const fonts = usedFonts(
    file,
    [...pages.values()].map(({ resources }) => resources),
    contents,
  )
  const lacking = [...fonts.values()].filter(({ cmap }) => cmap.includes(' <0000>'))
  if (lacking.length === 0) return
  const said = new Map<number, Map<number, string>>()
  for (const [owner, content] of contents) {
    if (!content.includes('/ActualText')) continue
    const resources = pages.get(owner)?.resources ?? file.entry({ object: owner }, 'Resources')
    const named = file.dictionary(file.entry(resources, 'Font'))
    if (lacking.some(({ reference }) => [...named.values()].some((one) => isSame(one, reference))))
      readActualTexts(content, named, fonts, said)
  }
  for (const { reference, cmap, font, base } of lacking) {
    const siblings = [...fonts.values()].filter(
      (other) => other.base === base && isSameFont(other.font, font),
    )
    const mended = cmap.replace(UNKNOWN, (_, hex: string) => {
      const code = parseInt(hex, 16)
      const known = siblings.map((other) => other.font.text.get(code)).find((text) => text && text !== '\0')
      const text = known ?? said.get(reference.object)?.get(code) ?? '\uFFFD'
      return `<${hex}> <${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
    })
    const stream = file.dictionary(reference).get('ToUnicode')
    if (isReference(stream)) pdf.setBody(stream.object, packedStream('', Buffer.from(mended, 'latin1')))
  }
}

function isSame(one: PdfValue, other: { readonly object: number }): boolean {
  return isReference(one) && one.object === other.object
}

/** Fonts of two codes a glyph, by number. */
function usedFonts(
  file: PdfFile,
  pageResources: readonly (PdfValue | undefined)[],
  contents: Contents,
): ReadonlyMap<number, UsedFont> {
  const fonts = new Map<number, UsedFont>()
  const own = [...contents.keys()].map((owner) => file.entry({ object: owner }, 'Resources'))
  for (const resources of [...pageResources, ...own])
    for (const reference of file.dictionary(file.entry(resources, 'Font')).values()) {
      if (!isReference(reference) || fonts.has(reference.object)) continue
      const dictionary = file.dictionary(reference)
      const cmap = file.stream(dictionary.get('ToUnicode'))
      const name = file.resolve(dictionary.get('BaseFont'))
      const base = isName(name) ? name.name.replace(/^[A-Z]{6}\+/, '') : ''
      fonts.set(reference.object, { reference, cmap, font: readFont(file, reference), base })
    }
  return fonts
}

/** Whether what two parts of a font say agrees, so that a glyph's number means the same in both. */
function isSameFont(one: PdfFont, other: PdfFont): boolean {
  const shared = [...one.text].filter(
    ([code, text]) => text !== '\0' && (other.text.get(code) ?? '\0') !== '\0',
  )
  return shared.length > 2 && shared.every(([code, text]) => other.text.get(code) === text)
}

/** Notes what unknown glyphs say: the first of a stretch says its text, the others nothing. */
function readActualTexts(
  content: string,
  named: PdfDictionary,
  fonts: ReadonlyMap<number, UsedFont>,
  said: Map<number, Map<number, string>>,
): void {
  let font: UsedFont | undefined
  const open: (string | undefined)[] = []
  readOperations(content, (operator, [first, second]) => {
    if (operator === 'Tf') {
      const reference = isName(first) ? named.get(first.name) : undefined
      font = isReference(reference) ? fonts.get(reference.object) : undefined
    } else if (operator === 'BMC') open.push(undefined)
    else if (operator === 'BDC')
      open.push(isDictionary(second) ? decodeText(second.get('ActualText')) : undefined)
    else if (operator === 'EMC') open.pop()
    else if (operator === 'Tj' && isString(first) && font) {
      const actual = open.at(-1)
      if (actual === undefined) return
      const texts = said.get(font.reference.object) ?? new Map<number, string>()
      said.set(font.reference.object, texts)
      for (let at = 0; at + 1 < first.bytes.length; at += 2) {
        const code = first.bytes.charCodeAt(at) * 256 + first.bytes.charCodeAt(at + 1)
        if (font.font.text.get(code) === '\0' && !texts.has(code)) texts.set(code, open.at(-1) ?? NOTHING)
        open[open.length - 1] = NOTHING
      }
    }
  })
}
