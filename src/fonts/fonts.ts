import { allFaces, faceRule, type Face } from './manifest.js'
import { codePoints, inRanges, parseRanges, type Range } from './ranges.js'

export interface FontOptions {
  /** The text holds formulas: adds the font that draws MathML. */
  readonly formulas?: boolean
  /** Leaves out faces that the text's styles never ask for. */
  readonly isWanted?: (face: Pick<Face, 'family' | 'weight' | 'style'>) => boolean
}

/** Says of the character before it that it is shown as an emoji. */
const EMOJI_SELECTOR = 0xfe0f

const ranges = new Map<string, readonly Range[]>()
const rules = new Map<string, string>()

/** `@font-face` rules (WOFF2 as data URIs) of every face and subset that the text's characters need. */
export function fontFaces(
  text: string,
  { formulas = false, isWanted = () => true }: FontOptions = {},
): string {
  const wanted = facesFor(text)
    .filter(isWanted)
    .concat(formulas ? allFaces().filter(isFormulaFace) : [])
  const key = wanted.map((face) => face.file).join()
  let css = rules.get(key)
  if (css === undefined) {
    css = wanted.map(faceRule).join('\n')
    rules.set(key, css)
  }
  return css
}

/** The face that draws MathML, on its own. */
export function formulaFaces(): string {
  return allFaces().filter(isFormulaFace).map(faceRule).join('\n')
}

/** An SVG with the faces that its labels name embedded, since a picture cannot see the page's fonts. */
export function embedFonts(svg: string): string {
  const root = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(svg)
  if (!root || root[0].endsWith('/>')) return svg
  const faces = facesFor(readable(svg)).filter((face) => svg.includes(face.family) && isUsed(face, svg))
  if (faces.length === 0) return svg
  const end = root.index + root[0].length
  return `${svg.slice(0, end)}<style>${faces.map(faceRule).join('\n')}</style>${svg.slice(end)}`
}

/** Characters that no face shipped can draw, for a warning that names them. */
export function uncoveredCharacters(text: string): readonly string[] {
  const covered = allFaces()
    .filter((face) => !isFormulaFace(face))
    .map(rangesOf)
  return codePoints(text)
    .filter((point) => !covered.some((face) => inRanges(point, face)))
    .map((point) => String.fromCodePoint(point))
}

function facesFor(text: string): readonly Face[] {
  // Punctuation that Latin has too, and what only joins emoji, must not pull in another script's files.
  const latin = latinRanges()
  const foreign = codePoints(text).filter(
    (point) => !inRanges(point, latin) && point !== EMOJI_SELECTOR && !isNoncharacter(point),
  )
  return allFaces().filter(
    (face) =>
      face.subset === 'latin' ||
      (!isFormulaFace(face) && foreign.some((point) => inRanges(point, rangesOf(face)))),
  )
}

/** They stand for pages to come and are never drawn; by their numbers they lie among Arabic letters. */
function isNoncharacter(point: number): boolean {
  return point >= 0xfdd0 && point <= 0xfdef
}

function isFormulaFace(face: Face): boolean {
  return face.subset === 'math'
}

function rangesOf(face: Face): readonly Range[] {
  const css = face.unicodeRange
  if (!css) return []
  let known = ranges.get(css)
  if (!known) {
    known = parseRanges(css)
    ranges.set(css, known)
  }
  return known
}

function latinRanges(): readonly Range[] {
  const latin = allFaces().find((face) => face.subset === 'latin')
  return latin ? rangesOf(latin) : []
}

/** Whether an SVG asks for the weight and the style of a face anywhere. */
function isUsed(face: Face, svg: string): boolean {
  if (face.style === 'italic') return /italic/.test(svg)
  if (face.weight === 400) return true
  const words = face.weight === 600 ? '600|bold|bolder' : String(face.weight)
  return new RegExp(`font-weight\\s*[=:]\\s*["']?\\s*(${words})\\b|\\bfont:[^;"]*\\b(${words})\\b`).test(svg)
}

/** An SVG's text with its numeric character references resolved. */
function readable(svg: string): string {
  return svg.replace(
    /&#(?:x([0-9a-f]+)|(\d+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined) => {
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
