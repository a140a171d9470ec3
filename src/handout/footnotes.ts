import type { Block, Footnote, Guide, Inline, Opening, Part, Section } from '../guide/index.js'
import { deepBlocks, deepInlines, inlinesOf } from './walk.js'
import { ends, footnotesByIdentifier, hasSolutions, isOnHandout, solutionsOf } from './visible.js'

/** A run of text that may refer to a footnote, and the id that the way back leads to. */
interface Source {
  readonly id: string
  readonly text: readonly Inline[]
}

/** Where the footnotes of an edition stand. */
export interface FootnotePlan {
  /** By id of the stretch at whose end they stand. */
  readonly at: ReadonlyMap<string, readonly Footnote[]>
  /** By footnote id: the id of the block that refers to it first. */
  readonly back: ReadonlyMap<string, string>
}

/** The participants' edition: each footnote at the end of the section that refers to it first. */
export function handoutFootnotes(guide: Guide): FootnotePlan {
  const isHidden = (block: Block): boolean => !isOnHandout(block)
  const introduction = guide.introduction ? sourcesOfPart(guide.introduction, isHidden) : []
  return plan(guide, [
    [ends.introduction, introduction],
    ...guide.sections.map((section) => [section.id, sourcesOfSection(section, isHidden)] as const),
    [ends.solutions, hasSolutions(guide) ? sourcesOfSolutions(guide) : []],
  ])
}

/** The answer key: those that the solutions refer to. */
export function answersFootnotes(guide: Guide): FootnotePlan {
  return plan(guide, [[ends.solutions, sourcesOfSolutions(guide)]])
}

function sourcesOfSolutions(guide: Guide): readonly Source[] {
  return solutionsOf(guide).flatMap(({ solution }) => [
    { id: solution.id, text: solution.title ?? [] },
    ...sourcesOf(solution.blocks, (block) => !isOnHandout(block)),
  ])
}

/** The facilitator's edition: the same, with notes and solutions in their places. */
export function facilitatorFootnotes(guide: Guide): FootnotePlan {
  const isHidden = (block: Block): boolean => block.kind === 'slide' || block.kind === 'glossary'
  const { at } = plan(guide, [
    [ends.introduction, guide.introduction ? sourcesOfPart(guide.introduction, isHidden) : []],
    ...guide.sections.map((section) => [section.id, sourcesOfSection(section, isHidden)] as const),
  ])
  // What stands on the slides alone is not printed there, so that no way back is certain.
  return { at, back: new Map() }
}

/** Some blocks apart from their sections, each group with its footnotes at its end. */
export function footnotesIn(
  guide: Guide,
  groups: readonly { readonly id: string; readonly blocks: readonly Block[] }[],
  isHidden: (block: Block) => boolean = () => false,
): FootnotePlan {
  const { at } = plan(
    guide,
    groups.map(({ id, blocks }) => [id, sourcesOf(blocks, isHidden)] as const),
  )
  // The blocks are copies without ids, so that no way leads back.
  return { at, back: new Map() }
}

function plan(guide: Guide, stretches: readonly (readonly [string, readonly Source[]])[]): FootnotePlan {
  const known = footnotesByIdentifier(guide)
  const back = new Map<string, string>()
  const at = new Map<string, Footnote[]>()
  for (const [id, sources] of stretches) {
    const found: Footnote[] = []
    const queue = [...sources]
    for (let source = queue.shift(); source; source = queue.shift()) {
      for (const node of deepInlines(source.text)) {
        const footnote = node.type === 'footnoteReference' ? known.get(node.identifier) : undefined
        if (!footnote || back.has(footnote.id)) continue
        back.set(footnote.id, source.id)
        found.push(footnote)
        queue.push(...sourcesOf(footnote.blocks, () => false))
      }
    }
    at.set(id, found)
  }
  return { at, back }
}

function sourcesOf(blocks: readonly Block[], isHidden: (block: Block) => boolean): readonly Source[] {
  return deepBlocks(blocks, isHidden).flatMap((block) =>
    inlinesOf(block).map((text) => ({ id: block.id, text })),
  )
}

function sourcesOfPart(part: Part, isHidden: (block: Block) => boolean): readonly Source[] {
  return [...(part.headed ? [{ id: part.id, text: part.title }] : []), ...sourcesOf(part.blocks, isHidden)]
}

function sourcesOfSection(section: Section, isHidden: (block: Block) => boolean): readonly Source[] {
  const opening = ({ id, title, blocks }: Opening): readonly Source[] => [
    ...(title ? [{ id, text: title }] : []),
    ...sourcesOf(blocks, isHidden),
  ]
  return [
    { id: section.id, text: section.title },
    ...section.openings.flatMap(opening),
    ...section.parts.flatMap((part) => sourcesOfPart(part, isHidden)),
  ]
}
