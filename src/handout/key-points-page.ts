import type { KeyPoints } from '../guide/index.js'
import { blockViews, inCopy } from './blocks.js'
import type { Edition } from './edition.js'
import { inlineHtml } from './inline.js'
import { ends, isOnHandout, stretches } from './visible.js'
import { deepBlocks } from './walk.js'

// Points and groups of them on one page at full size.
const ROOMY = 26

/** Every section's key points on one page; undefined where there are none. */
export function keyPointsPage(edition: Edition) {
  const { guide, words } = edition
  const sections = new Map(guide.sections.map((section) => [section.id, section]))
  const groups = stretches(guide).flatMap(({ id, blocks }) => {
    const points = deepBlocks(blocks, (block) => !isOnHandout(block)).filter(
      (block): block is KeyPoints => block.kind === 'keypoints',
    )
    const section = sections.get(id)
    if (points.length === 0) return []
    return {
      count: deepBlocks(points).filter(({ kind }) => kind === 'paragraph').length,
      number: section ? words.number(section.number) : '',
      title: section ? inlineHtml(section.title, edition, { isMention: true }) : words.say('introduction'),
      blocks: blockViews(
        points.flatMap((one) => one.blocks),
        edition,
        { ...inCopy, isMention: true },
      ),
    }
  })
  const points = groups.reduce((sum, { count }) => sum + count, 0)
  return groups.length > 0
    ? {
        id: ends.keyPoints,
        title: words.say('keyPoints'),
        isDense: points + groups.length > ROOMY && !edition.isOneColumn,
        groups,
      }
    : undefined
}
