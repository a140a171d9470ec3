import type { Block, Guide, Part } from '../guide/index.js'
import { deepBlocks } from './walk.js'

const SECTION = 2

/**
 * By block id, the level (2 to 6) of every heading of paper: sections 2; parts, exercises and key points 3; an inner
 * heading below what it stands in, and never more than one below the heading before it.
 */
export function headingLevels(guide: Guide): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  const putPart = (part: Part): void => {
    const base = part.headed ? SECTION + 1 : SECTION
    if (part.headed) levels.set(part.id, base)
    putBlocks(part.blocks, base, levels)
  }
  if (guide.introduction) putPart(guide.introduction)
  for (const section of guide.sections) {
    levels.set(section.id, SECTION)
    for (const opening of section.openings) putBlocks(opening.blocks, SECTION, levels)
    section.parts.forEach(putPart)
  }
  for (const footnote of guide.footnotes) putBlocks(footnote.blocks, SECTION, levels)
  return levels
}

function putBlocks(blocks: readonly Block[], start: number, levels: Map<string, number>): void {
  let base = start
  let before = start
  for (const block of deepBlocks(blocks, ({ kind }) => kind === 'exercise' || kind === 'solution')) {
    if (block.kind === 'keypoints') before = SECTION + 1
    if (block.kind !== 'heading') continue
    before = Math.min(base + block.depth, before + 1, 6)
    levels.set(block.id, before)
  }
  for (const block of deepBlocks(blocks)) {
    if (block.kind === 'exercise') putBlocks(block.blocks, SECTION + 1, levels)
    if (block.kind === 'solution') putBlocks(block.blocks, SECTION + 1, levels)
    if (block.kind === 'exercise' || block.kind === 'keypoints') levels.set(block.id, SECTION + 1)
  }
}
