import german from './de.json' with { type: 'json' }
import english from './en.json' with { type: 'json' }
import spanish from './es.json' with { type: 'json' }
import french from './fr.json' with { type: 'json' }
import portuguese from './pt.json' with { type: 'json' }

export type WordKey = keyof typeof english
export type Phrases = Record<WordKey, string | { readonly one: string; readonly other: string }>

/** The fixed words of the artefacts in one language, with its numbers and dates. */
export interface Words {
  readonly lang: string
  /** All phrases in a row: the letters that a font must have. */
  readonly all: string
  /** The phrase of a key with its `{name}`s filled in; `n` chooses the plural. Numbers take the language's digits. */
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string
  /** A whole number in the language's digits. */
  number(value: number): string
  /** An ISO day, written out: "24 November 2026". */
  date(iso: string): string
}

const languages: Readonly<Record<string, Phrases>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  pt: portuguese,
}

/** Fixed words for a BCP 47 language; English where a translation is not at hand. */
export function wordsFor(lang: string): Words {
  const known = languages[lang] ?? languages[lang.split('-')[0] ?? ''] ?? languages.en
  const phrases = known as Phrases
  const locale = known === languages.en && !lang.startsWith('en') ? 'en' : lang
  const plural = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale, { useGrouping: false })
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const number = (value: number): string => digits.format(value)

  return {
    lang: locale,
    all: Object.values(phrases)
      .flatMap((phrase) => (typeof phrase === 'string' ? phrase : Object.values(phrase)))
      .join(' '),
    number,
    date: (iso) => day.format(new Date(`${iso}T00:00:00Z`)),
    say(key, values = {}) {
      const phrase = phrases[key]
      const form = plural.select(Number(values.n ?? 0)) === 'one' ? 'one' : 'other'
      const text = typeof phrase === 'string' ? phrase : phrase[form]
      return text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name]
        return typeof value === 'number' ? number(value) : String(value ?? '')
      })
    },
  }
}
