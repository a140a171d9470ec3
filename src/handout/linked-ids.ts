import type { Footnote, Guide } from '../guide/index.js'
import { handoutFootnotes } from './footnotes.js'
import { isBrief } from './first-page.js'
import { glossariesOf } from './glossary.js'
import { linksOf } from './links.js'
import { shownIds } from './shown-ids.js'
import { ends, hasSolutions, isOnHandout, stretches } from './visible.js'
import { deepBlocks } from './walk.js'

/**
 * Every id of the participants' edition whose page can be read from its PDF: Chromium names the place of an id only
 * where something links to it.
 */
export function handoutIds(guide: Guide): readonly string[] {
  const footnotes = [...handoutFootnotes(guide).at.values()].flat()
  return [...endIds(guide, footnotes), ...shownIds(guide, footnotes)]
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
