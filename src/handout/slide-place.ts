import type { Guide } from '../guide/index.js'
import { SIDES } from './running-lines.js'

/** Where a slide's picture goes on paper, which leaves room for it. */
export interface SlidePlace {
  /** 1-based. */
  readonly page: number
  /** Number of the slide, 1-based, which is its page of deck.pdf. */
  readonly source: number
  /** pt from the left edge of the page. */
  readonly left: number
  /** pt from the upper edge of the page. */
  readonly top: number
  /** pt */
  readonly width: number
  /** pt */
  readonly height: number
}

/** mm of the page's width between its side margins. */
export const PAGE_WIDTH = 174
/** mm of height that a page has for text, between its upper and lower margins. */
export const PAGE_ROOM = { A4: 241, Letter: 223.4 } as const
/** mm from the start of the margin column to that of the text column. */
const COLUMN_START = 56
/** mm above the text of a page. */
const PAGE_TOP = 30

/** A box at the start side of the page. @param top mm below the page's upper margin; width and height in mm */
export function placeAtStart(
  guide: Guide,
  where: { readonly page: number; readonly source: number },
  box: { readonly top: number; readonly width: number; readonly height: number },
): SlidePlace {
  const side = SIDES[guide.frontMatter.paper]
  const left = guide.dir === 'rtl' ? side + PAGE_WIDTH - box.width : side
  return {
    ...where,
    left: points(left),
    top: points(PAGE_TOP + box.top),
    width: points(box.width),
    height: points(box.height),
  }
}

/** A box at the start of the text column. @param top mm below the page's upper margin; width and height in mm */
export function placeInColumn(
  guide: Guide,
  where: { readonly page: number; readonly source: number },
  box: { readonly top: number; readonly width: number; readonly height: number },
): SlidePlace {
  const place = placeAtStart(guide, where, box)
  return { ...place, left: place.left + points(guide.dir === 'rtl' ? -COLUMN_START : COLUMN_START) }
}

function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}
