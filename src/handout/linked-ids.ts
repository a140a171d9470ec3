import type { Block, Footnote, Guide, Part } from '../guide/index.js'
import { handoutFootnotes } from './footnotes.js'
import { isBrief } from './first-page.js'
import { glossariesOf } from './glossary.js'
import { linksOf } from './links.js'
import { ends, hasSolutions, isOnHandout, solutionsOf, stretches } from './visible.js'
import { deepBlocks } from './walk.js'

/**
 * Every id of the participants' edition whose page can be read from its PDF: Chromium names the place of an id only
 * where something links to it.
 */
export function handoutIds(guide: Guide): readonly string[] {
  const shown = (blocks: readonly Block[]): readonly string[] =>
    deepBlocks(blocks, (block) => !isOnHandout(block)).map(({ id }) => id)
  const ofPart = (part: Part): readonly string[] => [part.id, ...shown(part.blocks)]
  const footnotes = [...handoutFootnotes(guide).at.values()].flat()
  return [
    ...endIds(guide, footnotes),
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

/** Ids of what stands before and after the sections, where it stands there. */
function endIds(guide: Guide, footnotes: readonly Footnote[]): readonly string[] {
  const blocks = stretches(guide).flatMap((stretch) =>
    deepBlocks(stretch.blocks, (block) => !isOnHandout(block)),
  )
  return [
    ...(guide.introduction ? [ends.introduction] : []),
    ...(!isBrief(guide) && blocks.some(({ kind }) => kind === 'keypoints') ? [ends.keyPoints] : []),
    ...(hasSolutions(guide) ? [ends.solutions] : []),
    ...(glossariesOf(guide).length > 0 ? [ends.glossary] : []),
    ...(guide.frontMatter.url || linksOf(guide, footnotes).length > 0 ? [ends.links] : []),
  ]
}
