import { cutAtColumns, type Block } from '../guide/index.js'
import { wrapCode } from './wrap-code.js'

/** px. The whole width of a slide, of 27 px semibold, and what stands between columns. */
const TABLE_ROOM = { width: 1152, letter: 15, gap: 24 }

/** What is too wide for any slide is broken before the first is laid out. */
export function asItFits(block: Block): readonly Block[] {
  return block.kind === 'table' ? cutAtColumns(block, TABLE_ROOM) : [wrapCode(block)]
}
