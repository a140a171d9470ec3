import type { Finding } from '../finding/index.js'

/** So many findings that say the same are each told; of more, the first is told and the others are counted. */
const MOST_ALIKE = 3
/** Lines of the others that are named. */
const MOST_LINES = 12

/** One finding, and those that say the same of other places. */
export interface Group {
  readonly first: Finding
  readonly others: readonly Finding[]
}

/** Groups findings of one code whose messages differ only in what they quote and count; in order of the first. */
export function groupAlike(findings: readonly Finding[]): readonly Group[] {
  const alike = new Map<string, Finding[]>()
  for (const one of findings) {
    const key = keyOf(one)
    const before = alike.get(key)
    if (before) before.push(one)
    else alike.set(key, [one])
  }
  return findings.flatMap((one) => {
    const all = alike.get(keyOf(one)) ?? []
    if (all.length <= MOST_ALIKE) return [{ first: one, others: [] }]
    return all[0] === one ? [{ first: one, others: all.slice(1) }] : []
  })
}

function keyOf({ code, severity, message, place }: Finding): string {
  return [code, severity, place?.file, message.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0')].join('\0')
}

/** "and 4 more: lines 12, 40, 41 …" */
export function countOthers(others: readonly Finding[]): string {
  const lines = [...new Set(others.flatMap(({ place }) => (place ? [place.line] : [])))]
  if (lines.length === 0) return `and ${others.length} more`
  const named = lines.slice(0, MOST_LINES).join(', ')
  const more = lines.length > MOST_LINES ? ' …' : ''
  return `and ${others.length} more: ${lines.length === 1 ? 'line' : 'lines'} ${named}${more}`
}
