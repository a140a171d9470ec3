import type { Slide } from '../deck/index.js'
import type { Finding, Severity } from '../finding/index.js'
import { plainText, type Guide } from '../guide/index.js'
import type { RuledFoot } from './paper.js'
import type { SilencedFinding } from './weigh.js'
import type { Testimony } from './witness.js'

/** report.json, guide-format section 6: slides are deck.pdf's, pages handout.pdf's, both 1-based. */
export interface Report {
  readonly guide: string
  readonly deckhand: string
  readonly hash: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly depth: number
    readonly line: number
    readonly slides: readonly number[]
    readonly pages: readonly number[]
  }[]
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly pages?: number }[]
  readonly findings: readonly ReportedFinding[]
  /** Findings that the guide silences, each with its reason; absent where there are none. */
  readonly silenced?: readonly (ReportedFinding & { readonly reason: string })[]
  readonly timings: Readonly<Record<string, number>>
  /** What this output was made of: where nothing of it has changed, it is not made again. Absent where it failed. */
  readonly made?: Made
}

export interface Made {
  /** Checksum of options, templates, versions and browser. */
  readonly by: string
  /** What was read. */
  readonly from: readonly Testimony[]
  /** Page of handout.pdf by id, which the next build takes for its first guess. */
  readonly pages: Readonly<Record<string, number>>
  /** Lines for notes at the feet of its pages, in the same way. */
  readonly feet: Readonly<Record<string, RuledFoot>>
  /** SHA-256 of each output. */
  readonly sums: Readonly<Record<string, string>>
}

export interface ReportedFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly hint?: string
}

/** A finding as report.json has it: its place spread out. */
export function reportedFinding({ place, hint, ...rest }: Finding): ReportedFinding {
  return { ...rest, ...place, ...(hint ? { hint } : {}) }
}

/** A finding out of a report. */
export function findingOf({ code, severity, message, hint, ...place }: ReportedFinding): Finding {
  const { file, line, column } = place
  return {
    code,
    severity,
    message,
    ...(file !== undefined && line !== undefined && column !== undefined
      ? { place: { ...place, file, line, column } }
      : {}),
    ...(hint ? { hint } : {}),
  }
}

/** What a guide silences, as report.json has it. */
export function reportedSilenced(silenced: readonly SilencedFinding[]): Pick<Report, 'silenced'> {
  if (silenced.length === 0) return {}
  return { silenced: silenced.map(({ finding, reason }) => ({ ...reportedFinding(finding), reason })) }
}

/**
 * Where each section stands.
 * @param pages page of handout.pdf by id
 */
export function reportedSections(
  guide: Guide,
  slides: readonly Slide[],
  pages: ReadonlyMap<string, number>,
): Report['sections'] {
  return guide.sections.map((section, index) => {
    const first = pages.get(section.id)
    const next = guide.sections[index + 1]
    const after = next ? pages.get(next.id) : undefined
    const last =
      first === undefined ? undefined : Math.max(first, (after ?? lastPageOf(section, pages) + 1) - 1)
    return {
      id: section.id,
      title: plainText(section.title),
      depth: section.depth,
      line: section.place.line,
      slides: slides.flatMap((slide, at) => (slide.sectionId === section.id ? [at + 1] : [])),
      pages:
        first === undefined || last === undefined
          ? []
          : Array.from({ length: last - first + 1 }, (_, at) => first + at),
    }
  })
}

/** The last page on which one of the section's ids stands. */
function lastPageOf(section: Guide['sections'][number], pages: ReadonlyMap<string, number>): number {
  const ids = [
    section.id,
    ...section.parts.flatMap((part) => [part.id, ...part.blocks.map((block) => block.id)]),
  ]
  return ids.reduce((last, id) => Math.max(last, pages.get(id) ?? 0), 0)
}
