import type english from '../../templates/words/en.json'
import { nearestLanguage, phrasesOf } from './phrases.js'

export type WordKey = keyof typeof english

/** The fixed words of the artefacts in one language, with its numbers and dates. */
export interface Words {
  readonly lang: string
  /** All phrases, digits and a date in a row: the letters that a font must have. */
  readonly sample: string
  /** The phrase of a key with its `{name}`s filled in; `n` chooses the plural. Numbers take the language's digits. */
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string
  /** A whole number in the language's digits. */
  number(value: number): string
  /** An ISO day, written out: "24 November 2026". */
  date(iso: string): string
}

/**
 * Fixed words for a BCP 47 language; English where a translation is not at hand, or no font has its letters.
 * @param canPrint whether the fonts at hand have all letters of a text
 */
export function wordsFor(lang: string, canPrint: (text: string) => boolean = () => true): Words {
  const nearest = nearestLanguage(lang)
  const own = nearest && nearest !== 'en' ? wordsOf(nearest, lang) : undefined
  if (own && canPrint(own.sample)) return own
  return wordsOf('en', nearest === 'en' ? lang : 'en')
}

function wordsOf(language: string, locale: string): Words {
  const phrases = phrasesOf(language)
  const plural = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale, { useGrouping: false })
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const number = (value: number): string => digits.format(value)

  return {
    lang: locale,
    get sample() {
      const said = Object.values(phrases).flatMap((phrase) =>
        typeof phrase === 'string' ? phrase : Object.values(phrase),
      )
      const months = Array.from({ length: 12 }, (_, month) => day.format(new Date(Date.UTC(2026, month, 1))))
      return [...said, ...months, number(1234567890)].join(' ')
    },
    number,
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    say(key, values = {}) {
      const phrase = phrases[key] ?? ''
      const form = plural.select(Number(values.n ?? 0))
      const text = typeof phrase === 'string' ? phrase : (phrase[form] ?? phrase.other)
      return text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name]
        return typeof value === 'number' ? number(value) : String(value ?? '')
      })
    },
  }
}
