import { finding, type Finding, type Place } from '../finding/index.js'
import { packageToInstall, scriptFonts, uncoveredCharacters, type ScriptFonts } from '../fonts/index.js'
import type { Guide } from '../guide/index.js'
import { wordsFor, type Words } from '../words/index.js'

/** What must not become a box: letters, digits, marks, and the punctuation of Chinese, Japanese and Korean. */
const LETTERS = /[\p{L}\p{N}\p{M}\u3000-\u303f\uff00-\uffef]/u

/** Scripts of DejaVu Sans, which comes along for the browser beside the faces of the look. */
const FALLBACK_SCRIPTS =
  /(?![\u3000-\u303f\uff00-\uffef])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Lao}\p{Script=Common}\p{Script=Inherited}]/u

export interface Printable {
  readonly guide: Guide
  /** The fixed words; English where no font at hand has the letters of the guide's language. */
  readonly words: Words
  /** Fonts of the guide's project for scripts that ours do not have. */
  readonly fonts: ScriptFonts
  /** Whether a font at hand has a letter. */
  readonly canPrint: (letter: string) => boolean
  readonly findings: readonly Finding[]
}

export interface FontsAtHand {
  /** Whether the browser has the fonts that come along and no others. */
  readonly hasOwnFontsAlone: boolean
  /** Where packages of fonts are looked for: the guide's folder, the working folder. */
  readonly folders: readonly string[]
}

/**
 * A guide that the fonts at hand can print: a letter that none of them has is replaced by its code, and told; never a
 * silent box.
 */
export function printable(guide: Guide, { hasOwnFontsAlone, folders }: FontsAtHand): Printable {
  const text = JSON.stringify([
    guide.title,
    guide.sections,
    guide.introduction,
    guide.footnotes,
    guide.frontMatter,
  ])
  const fonts = scriptFonts(`${text} ${wordsFor(guide.lang).sample}`, guide.lang, folders)
  const missingLetters = (of: string): readonly string[] =>
    uncoveredCharacters(of).filter(
      (letter) => LETTERS.test(letter) && !FALLBACK_SCRIPTS.test(letter) && !fonts.covers(letter),
    )
  const canPrint = (letter: string) => !hasOwnFontsAlone || missingLetters(letter).length === 0
  if (!hasOwnFontsAlone) return { guide, words: wordsFor(guide.lang), fonts, canPrint, findings: [] }
  const words = wordsFor(guide.lang, (sample) => missingLetters(sample).length === 0)
  const missing = new Set(missingLetters(text))
  if (missing.size === 0) return { guide, words, fonts, canPrint, findings: [] }
  const packages = new Set([...missing].flatMap((letter) => packageToInstall(letter, guide.lang) ?? []))
  const data = {
    letters: [...missing].slice(0, 8).join(' '),
    count: missing.size,
    packages: [...packages].join(' '),
  }
  return {
    guide: withCodes(guide, missing) as Guide,
    words,
    fonts,
    canPrint,
    findings: [finding('letter-without-font', data, firstPlace(guide, missing))],
  }
}

/** Copies the guide, with codes in the place of letters; ids, places and pictures stay. */
function withCodes(node: unknown, missing: ReadonlySet<string>, isMarkdown = false): unknown {
  if (typeof node === 'string') {
    // In an author's own slide the brackets must open no link.
    const code = (letter: string) => (isMarkdown ? `\\[U+${hex(letter)}\\]` : `[U+${hex(letter)}]`)
    return [...node].map((letter) => (missing.has(letter) ? code(letter) : letter)).join('')
  }
  if (Array.isArray(node)) return node.map((one) => withCodes(one, missing))
  if (typeof node !== 'object' || node === null || node instanceof Map) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      UNTOUCHED.has(key) ? value : withCodes(value, missing, key === 'markdown'),
    ]),
  )
}

const UNTOUCHED = new Set([
  'id',
  'file',
  'name',
  'place',
  'position',
  'src',
  'url',
  'identifier',
  'lang',
  'hash',
])

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

/** Place of the first block or item that holds one of the letters. */
function firstPlace(guide: Guide, missing: ReadonlySet<string>): Place {
  let found: Place | undefined
  const search = (node: unknown, place: Place | undefined): void => {
    if (found) return
    if (typeof node === 'string') {
      if ([...node].some((letter) => missing.has(letter))) found = place
      return
    }
    if (typeof node !== 'object' || node === null || node instanceof Map) return
    const own = 'place' in node && typeof node.place === 'object' ? (node.place as Place) : place
    for (const [key, value] of Object.entries(node)) if (!UNTOUCHED.has(key)) search(value, own)
  }
  search(guide, { file: guide.file, line: 1, column: 1 })
  return found ?? { file: guide.file, line: 1, column: 1 }
}
