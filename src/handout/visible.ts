import type { Block, Exercise, Footnote, Guide, Solution } from '../guide/index.js'
import { deepBlocks } from './walk.js'

/** Whether a block stands where it is written in the participants' edition; solutions and glossary go to the end. */
export function isOnHandout(block: Block): boolean {
  return !['notes', 'slide', 'break', 'solution', 'glossary'].includes(block.kind)
}

/** One stretch of the guide with footnotes of its own at its end. */
export interface Stretch {
  /** Of the section, or one of `ends`. */
  readonly id: string
  readonly blocks: readonly Block[]
}

/** Ids of what stands before and after the sections; a guide's own ids hold no colon of this kind. */
export const ends = {
  introduction: 'handout:introduction',
  keyPoints: 'handout:key-points',
  solutions: 'handout:solutions',
  glossary: 'handout:glossary',
  links: 'handout:links',
} as const

/** The guide in reading order: introduction, sections with their openings. */
export function stretches(guide: Guide): readonly Stretch[] {
  const introduction = guide.introduction
    ? [{ id: ends.introduction, blocks: guide.introduction.blocks }]
    : []
  const sections = guide.sections.map((section) => ({
    id: section.id,
    blocks: [
      ...section.openings.flatMap(({ blocks }) => blocks),
      ...section.parts.flatMap(({ blocks }) => blocks),
    ],
  }))
  return [...introduction, ...sections]
}

/** Every exercise in reading order. */
export function exercisesOf(guide: Guide): readonly Exercise[] {
  const blocks = stretches(guide).flatMap((stretch) =>
    deepBlocks(stretch.blocks, ({ kind }) => kind === 'notes'),
  )
  return blocks.filter((block): block is Exercise => block.kind === 'exercise')
}

/** A solution with the exercise that it solves; one that stands alone solves none. */
export interface SolutionAt {
  readonly solution: Solution
  readonly exercise?: { readonly id: string; readonly number: number }
}

/** Every solution in reading order. */
export function solutionsOf(guide: Guide): readonly SolutionAt[] {
  return solutionsIn(stretches(guide).flatMap(({ blocks }) => blocks))
}

/** The solutions among some blocks, in reading order. */
function solutionsIn(blocks: readonly Block[]): readonly SolutionAt[] {
  const all = deepBlocks(blocks, (block) => block.kind === 'notes')
  const owners = new Map<string, { readonly id: string; readonly number: number }>()
  for (const block of all) {
    if (block.kind !== 'exercise') continue
    for (const inner of deepBlocks([block])) {
      if (inner.kind === 'solution') owners.set(inner.id, { id: block.id, number: block.number })
    }
  }
  return all.flatMap((block) => {
    if (block.kind !== 'solution') return []
    const exercise = owners.get(block.id)
    return [{ solution: block, ...(exercise ? { exercise } : {}) }]
  })
}

/** Whether the participants' edition holds the solutions. */
export function hasSolutions(guide: Guide): boolean {
  return guide.frontMatter.solutions === 'end' && solutionsOf(guide).length > 0
}

/** The footnotes by identifier. */
export function footnotesByIdentifier(guide: Guide): ReadonlyMap<string, Footnote> {
  return new Map(guide.footnotes.map((footnote) => [footnote.identifier, footnote]))
}
