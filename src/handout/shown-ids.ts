import type { Block, Footnote, Guide, Part } from '../guide/index.js'
import { glossariesOf } from './glossary.js'
import { hasSolutions, isOnHandout, solutionsOf } from './visible.js'
import { deepBlocks } from './walk.js'

/** Ids of all that the guide's author wrote for the participants' edition. @param footnotes those that it shows */
export function shownIds(guide: Guide, footnotes: readonly Footnote[]): readonly string[] {
  const shown = (blocks: readonly Block[]): readonly string[] =>
    deepBlocks(blocks, (block) => !isOnHandout(block)).map(({ id }) => id)
  const ofPart = (part: Part): readonly string[] => [part.id, ...shown(part.blocks)]
  return [
    ...(guide.introduction ? ofPart(guide.introduction) : []),
    ...guide.sections.flatMap(({ id, openings, parts }) => [
      id,
      ...openings.flatMap((opening) => [opening.id, ...shown(opening.blocks)]),
      ...parts.flatMap(ofPart),
    ]),
    ...(hasSolutions(guide)
      ? solutionsOf(guide).flatMap(({ solution }) => [solution.id, ...shown(solution.blocks)])
      : []),
    ...glossariesOf(guide).flatMap(({ id, entries, blocks }) => [
      id,
      ...entries.map((entry) => entry.id),
      ...shown(blocks),
    ]),
    ...footnotes.flatMap(({ id, blocks }) => [id, ...shown(blocks)]),
  ]
}
