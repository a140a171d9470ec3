import type { Finding } from '../finding/index.js'

/** What follows from each other, the cause first: a section that is gone lacks its heading, its words and its bookmark. */
const LOST = ['section-missing', 'heading-missing', 'words-missing', 'bookmark-missing']

/** Of findings that tell of one place that it is lost, the one that says most; the artefacts are made of each other. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const told = new Map<string, Finding>()
  for (const one of findings) {
    const key = keyOf(one)
    if (key === undefined) continue
    const before = told.get(key)
    if (!before || rank(one) < rank(before)) told.set(key, one)
  }
  return findings.filter((one) => {
    const key = keyOf(one)
    return key === undefined || told.get(key) === one
  })
}

function keyOf({ code, place }: Finding): string | undefined {
  return place && LOST.includes(code) ? `${place.line}:${place.column}` : undefined
}

function rank({ code }: Finding): number {
  return LOST.indexOf(code)
}
