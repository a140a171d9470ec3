import type { Slide } from '../deck/index.js'
import type { Finding } from '../finding/index.js'
import { plainText, type Guide } from '../guide/index.js'

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
  readonly findings: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly file?: string
    readonly line?: number
    readonly column?: number
    readonly endLine?: number
    readonly endColumn?: number
    readonly hint?: string
  }[]
  readonly timings: Readonly<Record<string, number>>
}

/** A finding as report.json has it: its place spread out. */
export function reportedFinding({ place, hint, ...rest }: Finding): Report['findings'][number] {
  return { ...rest, ...place, ...(hint ? { hint } : {}) }
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
