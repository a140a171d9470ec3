import { readContent } from './content.js'
import type { FontCache } from './content.js'
import { openPdf } from './file.js'
import { readPages } from './pages.js'

export interface FootOptions {
  /** pt of the margin at a page's foot, in which running lines stand. */
  readonly margin: number
  /** A text that does not count. */
  readonly except: string
}

/**
 * How far the text of some pages stands above the margin at their foot, in pt; pages without text have no entry.
 * @param wanted 1-based
 */
export function roomAtFoot(
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
  { margin, except }: FootOptions,
): ReadonlyMap<number, number> {
  const file = openPdf(bytes)
  const fonts: FontCache = new Map()
  const rooms = new Map<number, number>()
  for (const [object, { number, resources }] of readPages(file)) {
    if (!wanted.has(number)) continue
    const baselines = readContent(file, object, resources, fonts).all.flatMap(({ text, y }) =>
      text.trim() === '' || text.trim() === except ? [] : y - margin,
    )
    const lowest = Math.min(...baselines.filter((y) => y >= 0))
    if (Number.isFinite(lowest)) rooms.set(number, lowest)
  }
  return rooms
}
