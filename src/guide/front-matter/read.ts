import { closest, distance } from 'fastest-levenshtein'
import * as v from 'valibot'
import { finding, type Finding } from '../../finding/index.js'
import type { Block } from './cut.js'
import { readIgnore } from './ignore.js'
import { COMMON, isKeyOf, kindOf, type Kind } from './kinds.js'
import type { FrontMatter } from './model.js'
import { parseFrontMatter, type Entry } from './parse.js'
import { DEFAULTS, KEYS } from './schema.js'
import { isRecord, label, names, points } from './values.js'

/** Where in the file a list of points stands that an older Carpentries lesson keeps in its front matter. */
export interface Points {
  readonly name: 'questions' | 'objectives' | 'keypoints'
  /** Markdown, a line each. */
  readonly points: readonly string[]
  /** 1-based */
  readonly line: number
}

export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter
  /** The tool that the file was plainly written for. */
  readonly kind?: Kind
  readonly points: readonly Points[]
  /** Words that a MyST page names in its front matter, to stand for `{{ name }}`. */
  readonly substitutions: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

type Key = keyof FrontMatter

/** Names that other tools have for our keys. */
const SYNONYMS: Readonly<Record<string, Key>> = {
  author: 'authors',
  language: 'lang',
  languageCode: 'lang',
  locale: 'lang',
  licence: 'license',
  rights: 'license',
  description: 'summary',
  excerpt: 'summary',
  abstract: 'summary',
}

const POINTS: readonly string[] = ['questions', 'objectives', 'keypoints'] satisfies Points['name'][]

/** The tool that a form of front matter tells of. */
const BY_FORMAT: Readonly<Record<Block['format'], Kind | undefined>> = {
  yaml: undefined,
  toml: 'hugo',
  json: 'hugo',
  pandoc: 'pandoc',
}

/** Unknown keys up to which each is told at its own place. */
const FEW = 3

/**
 * Validates a block of front matter and maps what other tools write. In a file that is plainly another tool's, keys of
 * that tool are passed over in silence, and so are keys of the site's own, unless they look like one misspelt.
 * @param hint the tool that the file's name or its text told of
 */
export async function readFrontMatter(
  block: Block | undefined,
  file: string,
  hint?: Kind,
): Promise<ReadFrontMatter> {
  const nothing = { frontMatter: DEFAULTS, points: [], substitutions: new Map<string, string>() }
  const kindHint = hint ? { kind: hint } : {}
  if (!block) return { ...nothing, ...kindHint, findings: [] }
  const parsed = await parseFrontMatter(block, file)
  if ('fault' in parsed) return { ...nothing, ...kindHint, findings: [parsed.fault] }
  return validate(parsed.entries, hint ?? BY_FORMAT[block.format])
}

function validate(entries: readonly Entry[], hint: Kind | undefined): ReadFrontMatter {
  const kind = kindOf(new Set(entries.map(({ key }) => key)), hint)
  const findings: Finding[] = []
  const unknown: Entry[] = []
  const values: Partial<Record<Key, unknown>> = {}
  // A key of our own goes before one that only stands for it.
  const written = new Set(entries.filter((entry) => !isEmpty(entry.value)).map(({ key }) => key))
  for (const entry of entries) {
    const { key, place } = entry
    const own = ownKey(key)
    const standsFor = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : undefined
    if (kind === 'carpentries' && POINTS.includes(key)) continue
    if (!own) {
      if (!isPassedOver(key, kind)) unknown.push(entry)
      continue
    }
    if (isEmpty(entry.value) || (standsFor && (written.has(standsFor) || own in values))) continue
    if (own === 'ignore') {
      const ignore = readIgnore(entry.value, entry.placeOf)
      values.ignore = ignore.ignore
      findings.push(...ignore.findings)
      continue
    }
    const [schema, expected] = KEYS[own]
    const result = v.safeParse(schema, mapped(own, entry.value))
    if (result.success) values[own] = result.output
    // Another tool may mean something else by it.
    else if (!standsFor && !(kind && kind !== 'marp' && isLoose(kind, own, entry.value)))
      findings.push(finding('front-matter-value', { key, expected }, place))
  }
  const duration = kind === 'carpentries' ? lessonMinutes(entries) : undefined
  if (duration !== undefined) values.duration ??= duration
  return {
    frontMatter: { ...DEFAULTS, ...values } as FrontMatter,
    ...(kind ? { kind } : {}),
    points: kind === 'carpentries' ? entries.flatMap(lessonPoints) : [],
    substitutions: substitutions(entries),
    findings: [...findings, ...unknownKeys(unknown)],
  }
}

function ownKey(key: string): Key | undefined {
  if (Object.hasOwn(KEYS, key)) return key as Key
  return Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : undefined
}

function isPassedOver(key: string, kind: Kind | undefined): boolean {
  if (COMMON.has(key)) return true
  return kind !== undefined && (isKeyOf(kind, key) || nearest(key, key.length < 5 ? 1 : 2) === undefined)
}

/** Whether a value that a guide cannot take is one that the tool itself would: Hugo's `url: /a/`, Quarto's `date: today`. */
function isLoose(kind: Kind, key: Key, value: unknown): boolean {
  return isKeyOf(kind, key) || isRecord(value) || Array.isArray(value) || key === 'date' || key === 'url'
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return true
  return typeof value === 'string' && value.trim() === ''
}

/** What tools write as objects, as the plain text or list that a guide has. */
function mapped(key: Key, value: unknown): unknown {
  if (key === 'authors') return names(value) ?? value
  if (key === 'bring' || key === 'outputs') return value
  return label(value)
}

/** Teaching and exercises of a Carpentries lesson, in minutes. */
function lessonMinutes(entries: readonly Entry[]): number | undefined {
  const minutes = entries
    .filter(({ key }) => key === 'teaching' || key === 'exercises')
    .map(({ value }) => Number(value))
  const sum = minutes.reduce((one, other) => one + other, 0)
  return Number.isInteger(sum) && sum > 0 && sum <= 10_000 ? sum : undefined
}

function lessonPoints({ key, value, place }: Entry): readonly Points[] {
  const found = POINTS.includes(key) ? points(value) : undefined
  return found ? [{ name: key as Points['name'], points: found, line: place.line }] : []
}

function substitutions(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const found = entries.flatMap(({ key, value }) => {
    if (!isRecord(value)) return []
    const table = key === 'substitutions' ? value : key === 'myst' ? value.substitutions : undefined
    return isRecord(table) ? Object.entries(table) : []
  })
  return new Map(found.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

function unknownKeys(entries: readonly Entry[]): readonly Finding[] {
  const first = entries[0]
  if (!first) return []
  if (entries.length > FEW) {
    return [finding('front-matter-key', { keys: entries.map(({ key }) => shown(key)) }, first.place)]
  }
  return entries.map(({ key, place }) => {
    const near = nearest(key, 3)
    return finding('front-matter-key', { keys: [shown(key)], ...(near ? { nearest: near } : {}) }, place)
  })
}

function shown(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key
}

/** The known key that one of another spelling may have meant. */
function nearest(key: string, most: number): string | undefined {
  if (key.length > 40) return undefined
  const found = closest(key.toLowerCase(), Object.keys(KEYS))
  return distance(key.toLowerCase(), found) <= Math.min(most, Math.floor(key.length / 2)) ? found : undefined
}
