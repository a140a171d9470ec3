import { closest, distance } from 'fastest-levenshtein'
import * as v from 'valibot'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { finding, type Finding, type Place } from '../finding/index.js'
import type { FrontMatter } from './front-matter.js'
import { readIgnore } from './ignore.js'

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.nonEmpty())
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
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}/),
  v.transform((date) => date.slice(0, 10)),
  v.check((date) => new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false),
)
const language = v.pipe(
  v.string(),
  v.check((tag) => isLanguage(tag)),
)
const colour = v.pipe(v.string(), v.regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i))
const web = v.pipe(v.string(), v.url(), v.regex(/^https?:/i))
const outputs = v.pipe(
  texts,
  v.everyItem((name) => OUTPUTS.includes(name)),
)

/** File names of guide-format section 6. */
export const OUTPUTS: readonly string[] = [
  'deck.md',
  'deck.html',
  'deck.pdf',
  'handout.pdf',
  'facilitator.pdf',
  'report.json',
]

/** Each key with its form and, in words, what is expected. */
const KEYS: Record<keyof FrontMatter, readonly [v.GenericSchema, string]> = {
  title: [text, 'a text'],
  subtitle: [text, 'a text'],
  lang: [language, 'a language tag such as en, pt-BR or zh-Hans'],
  authors: [texts, 'a name or a list of names'],
  organization: [text, 'a text'],
  event: [text, 'a text'],
  place: [text, 'a text'],
  kind: [text, 'a text'],
  date: [day, 'a day such as 2026-11-24'],
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
  // Read by readIgnore, which places each entry.
  ignore: [v.unknown(), ''],
}

const DEFAULTS: FrontMatter = {
  authors: [],
  bring: [],
  paper: 'A4',
  variant: 'light',
  solutions: 'end',
  outputs: [],
  ignore: [],
}

/** Keys of Jekyll, Hugo, Docusaurus, Quarto, MyST and Carpentries: a file that has one is of that kind, and its keys are passed over. */
const FOREIGN = new Set(
  (
    'layout permalink categories category tags draft weight slug aliases sidebar_position sidebar_label id format ' +
    'jupytext kernelspec teaching exercises root redirect_from nav_order parent description keywords author toc'
  ).split(' '),
)

/** Synonyms that other tools write. */
const SYNONYMS: Readonly<Record<string, keyof FrontMatter>> = {
  author: 'authors',
  language: 'lang',
  licence: 'license',
}

export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter
  /** The mapping as it stands, for what the guide's own keys do not cover (`marp: true`). */
  readonly raw: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

/**
 * Validates a front matter block.
 * @param yaml the text between the fences; undefined where a guide has none
 * @param firstLine 1-based line of the file on which that text begins
 */
export function readFrontMatter(yaml: string | undefined, file: string, firstLine: number): ReadFrontMatter {
  if (yaml === undefined) return { frontMatter: DEFAULTS, raw: {}, findings: [] }
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core' })
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line: line + firstLine - 1, column: col }
  }
  const fault = document.errors[0]
  if (fault) {
    const reason = `${fault.message.split('\n')[0]?.replace(/[.:]?$/, '.')}`
    return {
      frontMatter: DEFAULTS,
      raw: {},
      findings: [finding('front-matter-broken', { reason }, placeAt(fault.pos[0]))],
    }
  }
  if (document.contents === null) return { frontMatter: DEFAULTS, raw: {}, findings: [] }
  if (!isMap(document.contents)) {
    const reason = 'it must be a list of "key: value" lines.'
    return {
      frontMatter: DEFAULTS,
      raw: {},
      findings: [finding('front-matter-broken', { reason }, placeAt(0))],
    }
  }
  return validate(document, placeAt)
}

function validate(document: Document, placeAt: (offset: number) => Place): ReadFrontMatter {
  const raw = document.toJS({ maxAliasCount: 50 }) as Record<string, unknown>
  const isForeign = Object.keys(raw).some((key) => FOREIGN.has(key)) || 'marp' in raw
  const findings: Finding[] = []
  const values: Record<string, unknown> = {}
  const items = isMap(document.contents) ? document.contents.items : []
  for (const item of items) {
    const written = isScalar(item.key) ? String(item.key.value) : String(item.key)
    const offset = isScalar(item.key) ? (item.key.range?.[0] ?? 0) : 0
    const key = SYNONYMS[written] ?? written
    const entry = Object.hasOwn(KEYS, key) ? KEYS[key as keyof FrontMatter] : undefined
    if (!entry) {
      if (!isForeign) findings.push(unknownKey(written, placeAt(offset)))
      continue
    }
    const value = raw[written]
    if (value === null || value === undefined) continue
    if (key === 'ignore') {
      const read = readIgnore(value, (path) => placeAt(offsetOf(document, [written, ...path], offset)))
      values.ignore = read.ignore
      findings.push(...read.findings)
      continue
    }
    const [schema, expected] = entry
    const result = v.safeParse(schema, value)
    if (result.success) values[key] = result.output
    else findings.push(finding('front-matter-value', { key: written, expected }, placeAt(offset)))
  }
  return { frontMatter: { ...DEFAULTS, ...values } as FrontMatter, raw, findings }
}

/** Where the node at a path begins; a mapping's entry at its key. */
function offsetOf(document: Document, path: readonly (string | number)[], otherwise: number): number {
  const parent = document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (path.length > 1 && isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? otherwise
  }
  const node = document.getIn(path, true)
  return path.length > 1 && isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise
}

function unknownKey(key: string, place: Place): Finding {
  const nearest = closest(key, Object.keys(KEYS))
  return finding('front-matter-key', { key, ...(distance(key, nearest) <= 3 ? { nearest } : {}) }, place)
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
