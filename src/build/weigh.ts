import { finding, isAboutMachine, type Finding } from '../finding/index.js'
import type { FrontMatter } from '../guide/index.js'

/** A finding that the guide's front matter silences, and why. */
export interface SilencedFinding {
  readonly finding: Finding
  readonly reason: string
}

export interface Weighed {
  /** What is told, advice last. */
  readonly findings: readonly Finding[]
  readonly silenced: readonly SilencedFinding[]
}

export interface WeighOptions {
  readonly ignore: FrontMatter['ignore']
  /** Warnings count as errors, those about the machine apart: a guide cannot mend them. Advice stays advice. */
  readonly isStrict: boolean
  /** Whether the guide was looked at to the end, so that an `ignore` which met nothing is needless. */
  readonly isWhole: boolean
}

/** Applies the author's `ignore` and the user's `--strict` to what was found. Errors cannot be silenced. */
export function weigh(found: readonly Finding[], { ignore, isStrict, isWhole }: WeighOptions): Weighed {
  const entryOf = (one: Finding) =>
    one.severity === 'error' ? undefined : ignore.find(({ code }) => code === one.code)
  const silenced = found.flatMap((one) => {
    const entry = entryOf(one)
    return entry ? [{ finding: one, reason: entry.reason }] : []
  })
  const met = new Set(silenced.map((one) => one.finding.code))
  const needless = isWhole ? ignore.filter(({ code }) => !met.has(code)) : []
  const told = [
    ...found.filter((one) => !entryOf(one)),
    ...needless.map(({ code, place }) => finding('ignore-unused', { code }, place)),
  ]
  const findings = inOrder(isStrict ? told.map(raised) : told)
  const isAdvice = (one: Finding) => one.severity === 'advice'
  return {
    findings: [...findings.filter((one) => !isAdvice(one)), ...findings.filter(isAdvice)],
    silenced,
  }
}

/** In the order of the guide; what has no place in it, last. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const lineOf = ({ place }: Finding) => place?.line ?? Infinity
  return findings.toSorted((a, b) => {
    const [one, other] = [lineOf(a), lineOf(b)]
    return one === other ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : one - other
  })
}

function raised(one: Finding): Finding {
  return one.severity === 'warning' && !isAboutMachine(one) ? { ...one, severity: 'error' } : one
}
