import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { uncoveredCharacters } from './fonts.js'
import { faceRule, type Face } from './manifest.js'
import { inRanges, parseRanges } from './ranges.js'
import { packagesFor } from './script-packages.js'

/** The families that the stylesheets name after the fonts which come along. */
const FAMILIES = { sans: 'Script Sans', serif: 'Script Serif' } as const

/** Weights of the look: text, and the nearest to its bold. */
const WEIGHTS = [400, 600] as const

export interface ScriptFonts {
  /** `@font-face` rules of the families Script Sans and Script Serif, their files embedded; empty where none is needed. */
  readonly css: string
  /** Whether one of these fonts has a letter. */
  covers(letter: string): boolean
  /** The package.json of each package that was looked for, wherever it was looked for: what this depends on. */
  readonly asked: readonly string[]
}

/** A font package that was found: where its files are, and which letters each part of it has. */
interface FontPackage {
  readonly name: string
  readonly folder: string
  readonly parts: readonly (readonly [part: string, unicodeRange: string])[]
}

/**
 * Fonts for the letters of a text that no font of ours has, from packages of the guide's project.
 * @param lang BCP 47; Chinese, Japanese and Korean draw one letter differently
 * @param folders in which, and above which, packages are looked for
 */
export function scriptFonts(text: string, lang: string, folders: readonly string[]): ScriptFonts {
  const faces = new Map<string, Face>()
  const covered = new Set<string>()
  const asked = new Set<string>()
  const packages = new Map<string, FontPackage | undefined>()
  const open = (name: string): FontPackage | undefined => {
    if (!packages.has(name)) packages.set(name, findPackage(name, folders, asked))
    return packages.get(name)
  }
  for (const letter of uncoveredCharacters(text)) {
    const names = packagesFor(letter, lang)
    for (const kind of ['sans', 'serif'] as const) {
      const found = names?.[kind] ? open(names[kind]) : undefined
      const part = found?.parts.find(([, range]) => inRanges(letter.codePointAt(0) ?? 0, parseRanges(range)))
      if (!found || !part) continue
      covered.add(letter)
      for (const face of facesOf(found, part, FAMILIES[kind])) faces.set(face.file, face)
    }
  }
  return {
    css: [...faces.values()].map(faceRule).join('\n'),
    covers: (letter) => covered.has(letter),
    asked: [...asked],
  }
}

/** The command that brings a letter's font, for a hint; undefined where no package is known. */
export function packageToInstall(letter: string, lang: string): string | undefined {
  const names = packagesFor(letter, lang)
  return names && `@fontsource/${names.sans}`
}

function findPackage(name: string, folders: readonly string[], asked: Set<string>): FontPackage | undefined {
  for (const folder of folders.flatMap(upwards)) {
    const home = join(folder, 'node_modules', '@fontsource', name)
    asked.add(join(home, 'package.json'))
    try {
      const parts = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Record<string, string>
      return { name, folder: join(home, 'files'), parts: Object.entries(parts) }
    } catch {
      // Not installed here, or not a font package.
    }
  }
  return undefined
}

/** A folder and those above it. */
function upwards(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...upwards(parent)]
}

function facesOf(
  { name, folder }: FontPackage,
  [part, unicodeRange]: readonly [string, string],
  family: string,
): readonly Face[] {
  const subset = part.replace(/[[\]]/g, '')
  return WEIGHTS.flatMap((weight): readonly Face[] => {
    const file = join(folder, `${name}-${subset}-${weight}-normal.woff2`)
    return isFile(file) ? [{ family, weight, style: 'normal', subset, file, unicodeRange }] : []
  })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
