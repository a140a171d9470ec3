import { plainText, type Block, type Guide } from '../guide/index.js'
import { blockViews } from './blocks.js'
import type { HandoutContext } from './context.js'
import { lecternEdition, slideId } from './edition.js'
import { titleSize } from './first-page.js'
import { footnoteViews } from './footnote-views.js'
import { titleHtml } from './inline.js'
import { pageRules } from './running-lines.js'
import { PAGE_ROOM, placeInColumn, type SlidePlace } from './slide-place.js'
import { stylesOf } from './styles.js'
import { shortened } from '../look/index.js'

/** mm from the line over a slide to its picture. */
const PICTURE_TOP = 5

/** mm of the text column, and of a picture at most, so that two slides stand on a page with room to write. */
const PICTURE = { width: 118, height: 72 } as const

/** What a deck's handout is laid out by. */
export interface DeckHandoutOptions {
  /** Height of a slide by its width. */
  readonly ratio: number
}

/** Where a slide stands on its page, as the page laid it out. */
export interface SlideSlot {
  /** 1-based. */
  readonly slide: number
  /** In the upper half of its page, or in the lower. */
  readonly isLower: boolean
}

/**
 * The handout of a Marp deck: each slide with its notes and with room to write; the pictures are drawn over it. Asks for
 * nothing outside itself; the page lays its slides out by `layOutSlides`.
 */
export function deckHandoutHtml(guide: Guide, context: HandoutContext, options: DeckHandoutOptions): string {
  const edition = lecternEdition(guide, context)
  const { words, templates } = context
  const { kind, event, place, authors, organization, license, summary } = guide.frontMatter
  const slides = context.slides ?? []
  const title = plainText(guide.title)
  const handout = words.say('handout')
  const range = words.say('range', { from: 1, to: slides.length })
  const pages = pageRules(guide, words, context.hash, {
    head: shortened(title, 28),
    headOf: new Map(),
    headEnd: '',
  })
  return templates.render('deck-handout', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${title} (${handout})`,
    style: stylesOf(context, guide, pages, ['deck-handout']),
    ids: slides.map(({ number }) => slideId(number)),
    firstPage: {
      isDense: false,
      kind: kind ? words.say('kindHandout', { kind }) : capital(handout, guide.lang),
      facts: slides.length > 1 ? [words.say('slides', { n: range })] : [],
      places: [event, place, license && words.say('licence', { licence: license })].filter((line) => line),
      title: titleHtml(guide.title, edition),
      size: titleSize(guide.title),
      subtitle: guide.subtitle ?? '',
      by: [...authors, ...(organization ? [organization] : [])].join(', '),
      inShort: words.say('inShort'),
      summary: summary ?? '',
      contents: '',
      rows: [],
    },
    picture: pictureSize(options),
    notesLabel: words.say('notes'),
    slides: slides.map((slide) => ({
      id: slideId(slide.number),
      number: words.number(slide.number),
      label: words.say('slide', { n: words.number(slide.number) }),
      title: slide.title,
      blocks: blockViews(spoken(slide.notes), edition, { isInColumn: false }),
      footnotes: footnoteViews(edition, slideId(slide.number)),
    })),
  })
}

/** Where the pictures go. @param pages 1-based, by id, as they were printed */
export function deckHandoutPlaces(
  guide: Guide,
  slots: readonly SlideSlot[],
  pages: ReadonlyMap<string, number>,
  options: DeckHandoutOptions,
): readonly SlidePlace[] {
  return slots.flatMap(({ slide, isLower }) => {
    const page = pages.get(slideId(slide))
    const top = (isLower ? PAGE_ROOM[guide.frontMatter.paper] / 2 : 0) + PICTURE_TOP
    return page === undefined
      ? []
      : placeInColumn(guide, { page, source: slide }, { top, ...pictureSize(options) })
  })
}

function pictureSize({ ratio }: DeckHandoutOptions): { width: number; height: number } {
  const width = Math.min(PICTURE.width, PICTURE.height / ratio)
  return { width, height: width * ratio }
}

/** The notes themselves, out of the directive that holds them. */
function spoken(notes: readonly Block[]): readonly Block[] {
  return notes.flatMap((block) => (block.kind === 'notes' ? block.blocks : [block]))
}

function capital(text: string, lang: string): string {
  return text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1)
}

/**
 * Lays the slides out, two a page where their notes leave room, the first below the title, and rules what is left of the
 * page for those who write along. Runs inside the page, so it must be complete in itself.
 * @param room mm of text on a page
 */
export function layOutSlides(room: number): SlideSlot[] {
  const pixels = (millimetres: number): number => (millimetres * 96) / 25.4
  const [LINE, GAP, FEWEST, FIRST_ROOM] = [9, 3, 2, room + 12]
  const half = room / 2
  const slides = [...document.querySelectorAll<HTMLElement>('.deck-slide')]
  const heights = slides.map((one) => (one.getBoundingClientRect().height * 25.4) / 96)
  const fits = (index: number): boolean => (heights[index] ?? Infinity) + GAP + FEWEST * LINE <= half - 1
  const slots: SlideSlot[] = []
  let isLower = true
  slides.forEach((slide, index) => {
    if (index === 0) {
      const head = document.querySelector('.first-page')?.getBoundingClientRect().height ?? 0
      slide.style.marginBlockStart = `${pixels(FIRST_ROOM - half) - head}px`
    } else if (!isLower) slide.style.breakBefore = 'page'
    const isShort = fits(index)
    const own = isLower || (isShort && fits(index + 1)) ? half - (isLower ? 1 : 0) : room - 1
    const rest = own - (heights[index] ?? 0) - GAP
    const count = rest > 0 ? Math.floor(rest / LINE) : FEWEST
    slide
      .querySelector('.lines')
      ?.append(...Array.from({ length: count }, () => document.createElement('div')))
    if (isShort || rest > 0) {
      slide.style.blockSize = `${pixels(own)}px`
      slide.style.breakInside = 'avoid'
    }
    slots.push({ slide: index + 1, isLower })
    isLower = !isLower && own < room - 1
  })
  return slots
}
