import type { Block, ListItem } from '../guide/index.js'
import { wordCount } from './sentences.js'
import { wordsOf } from './shorten.js'
import type { Layout, Slide } from './slide.js'

/**
 * A slide holds about forty words (guide-format section 4): one item of two lines more does not make two slides of it,
 * each of which would hold less than thirty.
 */
const WORDS = 40
const ITEM_WORDS = 14

/** Seven items of one line, or four of two: 28 parts, of which a line takes 3 and an item's beginning 1. */
const ITEMS = 28

/** Lists and prose are bounded; what all must see at once while they work (an exercise, an opening) is not. */
const BOUNDED: readonly Layout[] = ['content', 'list', 'definitions', 'solution', 'keypoints']

/** What one slide may hold beside its height. Key points take rows: their height says how many. */
export function densityOf({ layout }: Slide): { readonly words: number; readonly items: number } {
  if (!BOUNDED.includes(layout)) return { words: Infinity, items: Infinity }
  return { words: WORDS + ITEM_WORDS, items: layout === 'keypoints' ? Infinity : ITEMS }
}

/** Words that a block, or one item of a list, takes of a slide's density; tables, code and pictures take none. */
export function wordsIn(block: Block | ListItem): number {
  return wordCount(wordsOf('kind' in block ? [block] : block.blocks))
}

/** What a list's item takes of the room for items. */
export function itemShare(lines: number): number {
  return 1 + 3 * Math.max(1, lines)
}
