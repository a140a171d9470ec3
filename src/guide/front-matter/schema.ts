import * as v from 'valibot'
import type { FrontMatter } from './model.js'
import { day } from './values.js'

const text = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.transform(String),
  v.transform((value) => value.trim()),
  v.nonEmpty(),
)
const texts = v.pipe(
  v.union([text, v.array(text)]),
  v.transform((value) => (Array.isArray(value) ? value : [value])),
)
const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))
const clock = v.pipe(
  v.string(),
  v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/),
  v.transform((time) => time.padStart(5, '0')),
)
const date = v.pipe(
  v.string(),
  v.transform((value) => day(value)),
  v.string(),
)
const language = v.pipe(
  v.string(),
  v.transform((tag) => tag.replaceAll('_', '-')),
  v.check((tag) => isLanguage(tag)),
)
const colour = v.pipe(v.string(), v.regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i))
const web = v.pipe(v.string(), v.url(), v.regex(/^https?:/i))
const outputs = v.pipe(
  texts,
  v.everyItem((name) => OUTPUTS.includes(name)),
)

/** Advice that is off by default. */
const advice = v.pipe(texts, v.array(v.picklist(['acronyms', 'sentences'])))

/** File names of guide-format section 6 that are made where a guide asks for none. */
export const DEFAULT_OUTPUTS: readonly string[] = [
  'deck.md',
  'deck.html',
  'deck.pdf',
  'handout.pdf',
  'facilitator.pdf',
  'report.json',
]

/** File names of guide-format section 6 that are made on request. */
export const OUTPUTS_ON_REQUEST = [
  'deck.public.html',
  'notes.pdf',
  'slides-3up.pdf',
  'handout-large.pdf',
  'worksheet.pdf',
  'booklet.pdf',
  'handout.html',
] as const satisfies readonly string[]

export type OutputOnRequest = (typeof OUTPUTS_ON_REQUEST)[number]

export const OUTPUTS: readonly string[] = [...DEFAULT_OUTPUTS, ...OUTPUTS_ON_REQUEST]

/** Each key with its form and, in words, what is expected. */
export const KEYS: Record<keyof FrontMatter, readonly [v.GenericSchema, string]> = {
  title: [text, 'a text'],
  subtitle: [text, 'a text'],
  lang: [language, 'a language tag such as en, pt-BR or zh-Hans'],
  authors: [texts, 'a name or a list of names'],
  organization: [text, 'a text'],
  event: [text, 'a text'],
  place: [text, 'a text'],
  kind: [text, 'a text'],
  date: [date, 'a day such as 2026-11-24'],
  version: [text, 'a text'],
  license: [text, 'a text'],
  url: [web, 'a web address'],
  logo: [text, 'a path'],
  duration: [minutes, 'a number of minutes'],
  start: [clock, 'a clock time such as "10:00", between quotation marks'],
  bring: [texts, 'a list'],
  paper: [v.picklist(['A4', 'Letter']), 'A4 or Letter'],
  theme: [text, 'a text'],
  accent: [colour, 'a colour such as "#BC2F17", between quotation marks'],
  variant: [v.picklist(['light', 'dark']), 'light or dark'],
  footer: [text, 'a text'],
  summary: [text, 'a text'],
  solutions: [v.picklist(['end', 'facilitator']), 'end or facilitator'],
  outputs: [outputs, `a list of ${OUTPUTS.join(', ')}`],
  advice: [advice, 'acronyms, sentences or both'],
  // Read by readIgnore, which places each entry.
  ignore: [v.unknown(), ''],
}

export const DEFAULTS: FrontMatter = {
  authors: [],
  bring: [],
  paper: 'A4',
  variant: 'light',
  solutions: 'end',
  outputs: [],
  ignore: [],
  advice: [],
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
