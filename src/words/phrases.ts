import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { productFolder } from '../templates/index.js'

/** A fixed phrase, or its plural forms by Unicode's names for them (zero, one, two, few, many, other). */
export type Phrase =
  | string
  | ({ readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>)

export type Phrases = Readonly<Record<string, Phrase>>

let atHand: ReadonlySet<string> | undefined
const read = new Map<string, Phrases>()

/**
 * The nearest language that there are phrases in: of `zh-TW` that is `zh-Hant`, of `de-AT` it is `de`.
 * @param lang BCP 47
 * @returns undefined where none is at hand
 */
export function nearestLanguage(lang: string): string | undefined {
  atHand ??= new Set(readdirSync(folder()).map((name) => name.replace(/\.json$/, '')))
  return candidates(lang).find((one) => atHand?.has(one))
}

/** The phrases of a language that `nearestLanguage` names: templates/words/<language>.json. */
export function phrasesOf(language: string): Phrases {
  let phrases = read.get(language)
  if (!phrases) {
    phrases = JSON.parse(readFileSync(join(folder(), `${language}.json`), 'utf8')) as Phrases
    read.set(language, phrases)
  }
  return phrases
}

function folder(): string {
  return join(productFolder(), 'templates', 'words')
}

function candidates(lang: string): readonly string[] {
  try {
    const { language, script } = new Intl.Locale(lang).maximize()
    return [lang, `${language}-${script}`, language]
  } catch {
    return [lang]
  }
}
