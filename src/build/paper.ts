import type { Browser, Printed } from '../browser/index.js'
import type { Guide } from '../guide/index.js'
import { fillPageNumbers, linesFor, pageNumberTexts, rulePageNotes, whiteFeet } from '../handout/index.js'
import { readDestinations, roomAtFoot } from '../pdf/index.js'
import type { Words } from '../words/index.js'
import { checksum } from './checksum.js'

/** Page by id, 1-based. */
export type Pages = ReadonlyMap<string, number>

/** The white at the foot of a page, ruled for notes. */
export interface RuledFoot {
  readonly lines: number
  /** What keeps the next exercise off the page: the room there, in pt, and a checksum of what follows. '' for a sheet's end. */
  readonly why: string
}

/** What is known of the participants' edition once it is laid out. */
export interface PaperLayout {
  readonly pages: Pages
  /** By what begins after the white. */
  readonly feet: ReadonlyMap<string, RuledFoot>
}

/** The participants' edition, whose pages are known before it is printed. */
export interface Paper extends PaperLayout {
  /** Prints it with its page numbers and its lines for notes. */
  print(): Promise<Printed>
}

export interface PaperOptions {
  readonly guide: Guide
  readonly words: Words
  /** As the last build left it. */
  readonly lastPaper?: PaperLayout
}

const NO_FEET: PaperLayout['feet'] = new Map()

/**
 * Lays the participants' edition out and finds its pages: in a draft; or, where the last build has left its own, in a
 * print that is the last one if nothing has moved, as it seldom does from edit to edit.
 */
export async function layOutPaper(
  browser: Browser,
  html: string,
  { guide, words, lastPaper }: PaperOptions,
): Promise<Paper> {
  const sheet = await browser.open(html, { name: 'handout' })
  const printWith = async ({ pages, feet }: PaperLayout): Promise<Printed> => {
    await sheet.evaluate(fillPageNumbers, pageNumberTexts(pages, words))
    const lines = Object.fromEntries([...feet].map(([of, foot]) => [of, foot.lines]))
    await sheet.evaluate(rulePageNotes, lines)
    return sheet.print()
  }
  const close = async (printed: Printed): Promise<Printed> => {
    await sheet.close()
    return printed
  }
  if (lastPaper) {
    const printed = await printWith(lastPaper)
    const layout = layoutOf(printed.pdf, html, { guide, words })
    if (samePages(layout.pages, lastPaper.pages) && sameFeet(layout.feet, lastPaper.feet))
      return { ...layout, print: () => close(printed) }
    // Lines that were right once may have moved pages by now.
    await sheet.evaluate(rulePageNotes, {})
  }
  const draft = await sheet.print({ isDraft: true })
  const layout = layoutOf(draft.pdf, html, { guide, words })
  return {
    ...layout,
    async print() {
      const printed = await printWith(layout)
      // Lines for notes are no reason for another page.
      const isWhole = samePages(layout.pages, readDestinations(printed.pdf))
      return close(isWhole ? printed : await printWith({ ...layout, feet: NO_FEET }))
    },
  }
}

// mm of the margin at a page's foot, and points of a mm.
const FOOT = 26
const POINTS = 72 / 25.4

function layoutOf(pdf: Uint8Array, html: string, { guide, words }: PaperOptions): PaperLayout {
  const pages = readDestinations(pdf)
  const white = whiteFeet(guide, pages)
  const wanted = new Set(white.map(({ page }) => page))
  const rooms = roomAtFoot(pdf, wanted, { margin: FOOT * POINTS, except: words.say('notes') })
  const feet = white.flatMap(({ of, page, isForced, ruled }) => {
    const room = rooms.get(page) ?? 0
    const lines = linesFor(room / POINTS - ruled)
    const why = isForced ? '' : `${room.toFixed(1)} ${checksum(following(html, of))}`
    return lines > 0 ? [[of, { lines, why }] as const] : []
  })
  return { pages, feet: new Map(feet) }
}

/** The style of a document, and what follows a place for notes, up to the next one. */
function following(html: string, of: string): string {
  const places = html.split('class="page-notes" data-of="')
  const style = html.slice(0, html.indexOf('</style>'))
  return style + (places.find((place) => place.startsWith(`${of}"`)) ?? '')
}

export function samePages(a: Pages, b: Pages): boolean {
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page)
}

function sameFeet(a: PaperLayout['feet'], b: PaperLayout['feet']): boolean {
  return (
    a.size === b.size &&
    [...a].every(([of, { lines, why }]) => b.get(of)?.lines === lines && b.get(of)?.why === why)
  )
}
