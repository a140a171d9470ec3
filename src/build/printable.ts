import { finding, type Finding, type Place } from '../finding/index.js'
import {
  hasLastResort,
  packageToInstall,
  scriptFonts,
  uncoveredCharacters,
  type ScriptFonts,
} from '../fonts/index.js'
import type { Guide } from '../guide/index.js'
import { wordsFor, type Words } from '../words/index.js'
import { UNTOUCHED, withCodes } from './letter-codes.js'

/** What must not become a box: all that is drawn. */
const DRAWN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{M}\p{P}\p{S}\u3000]/u

export interface Printable {
  readonly guide: Guide
  /** The fixed words; English where no font at hand has the letters of the guide's language. */
  readonly words: Words
  /** Fonts of the guide's project for scripts that ours do not have. */
  readonly fonts: ScriptFonts
  /** Whether a font at hand has a letter. */
  readonly canPrint: (letter: string) => boolean
  /** The letters in whose place codes stand: they are told here, whatever comes of it later. */
  readonly withoutFont: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

export interface FontsAtHand {
  /** Whether the browser has the fonts that come along and no others. */
  readonly hasOwnFontsAlone: boolean
  /** Where packages of fonts are looked for: the guide's folder, the working folder. */
  readonly folders: readonly string[]
  /** Text that is printed beside the guide's own. */
  readonly besides?: string
}

/**
 * A guide that the fonts at hand can print: a letter that none of them has is replaced by its code, and told; never a
 * silent box.
 */
export function printable(guide: Guide, { hasOwnFontsAlone, folders, besides = '' }: FontsAtHand): Printable {
  const text = JSON.stringify([
    guide.title,
    guide.subtitle,
    guide.contentsTitle,
    guide.sections,
    guide.introduction,
    guide.footnotes,
    guide.frontMatter,
    besides,
  ])
  const fonts = scriptFonts(`${text} ${wordsFor(guide.lang).sample}`, guide.lang, folders)
  const missingLetters = (of: string): readonly string[] =>
    uncoveredCharacters(of).filter(
      (letter) => DRAWN.test(letter) && !hasLastResort(letter) && !fonts.covers(letter),
    )
  const canPrint = (letter: string) => !hasOwnFontsAlone || missingLetters(letter).length === 0
  const complete = { guide, fonts, canPrint, withoutFont: new Set<string>(), findings: [] }
  if (!hasOwnFontsAlone) return { ...complete, words: wordsFor(guide.lang) }
  const words = wordsFor(guide.lang, (sample) => missingLetters(sample).length === 0)
  const missing = new Set(missingLetters(text))
  if (missing.size === 0) return { ...complete, words }
  const packages = new Set([...missing].flatMap((letter) => packageToInstall(letter, guide.lang) ?? []))
  const data = {
    letters: [...missing].slice(0, 8).join(' '),
    count: missing.size,
    packages: [...packages].join(' '),
  }
  return {
    ...complete,
    guide: withCodes(guide, missing),
    words,
    withoutFont: missing,
    findings: [finding('letter-without-font', data, firstPlace(guide, missing))],
  }
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
