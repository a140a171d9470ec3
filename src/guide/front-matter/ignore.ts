import { closest, distance } from 'fastest-levenshtein'
import { codes, finding, severityOf, type Code, type Finding, type Place } from '../../finding/index.js'
import type { FrontMatter } from './model.js'

export interface ReadIgnore {
  readonly ignore: FrontMatter['ignore']
  readonly findings: readonly Finding[]
}

interface Entry {
  readonly code: string
  readonly reason: string
  readonly place: Place
}

/**
 * Reads front matter's `ignore`: a list of `{ code, reason }`, or `code: reason` lines. An entry that has no reason, or
 * names no finding that can be silenced, is told and does nothing.
 * @param placeOf where the value at a path below `ignore` stands; the empty path is the key itself
 */
export function readIgnore(
  value: unknown,
  placeOf: (path: readonly (string | number)[]) => Place,
): ReadIgnore {
  const entries = entriesOf(value, placeOf)
  if (!entries) {
    const expected = 'a list of findings, each with its code and a reason'
    return { ignore: [], findings: [finding('front-matter-value', { key: 'ignore', expected }, placeOf([]))] }
  }
  const findings: Finding[] = []
  const ignore = entries.filter((entry) => {
    const fault = faultOf(entry)
    if (fault) findings.push(fault)
    return !fault
  })
  return { ignore, findings }
}

function entriesOf(
  value: unknown,
  placeOf: (path: readonly (string | number)[]) => Place,
): readonly Entry[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([code, reason]) => ({
      code,
      reason: textOf(reason),
      place: placeOf([code]),
    }))
  }
  const entries = value.map((item: unknown, index): Entry | undefined => {
    if (typeof item === 'string') return { code: item, reason: '', place: placeOf([index]) }
    if (typeof item !== 'object' || item === null || !('code' in item)) return undefined
    const { code, reason } = item as { code: unknown; reason?: unknown }
    return { code: textOf(code), reason: textOf(reason), place: placeOf([index]) }
  })
  return entries.every((entry) => entry !== undefined) ? entries : undefined
}

function faultOf({ code, reason, place }: Entry): Finding | undefined {
  if (!(codes as readonly string[]).includes(code)) {
    const nearest = closest(code, codes)
    const isNear = distance(code, nearest) <= Math.max(3, code.length / 3)
    return finding('ignore-code', { code, ...(isNear ? { nearest } : {}) }, place)
  }
  if (severityOf(code as Code) === 'error') return finding('ignore-error', { code }, place)
  if (reason === '') return finding('ignore-reason', { code }, place)
  return undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
