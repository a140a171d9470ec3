import { plainText, type Guide } from '../guide/index.js'
import { clockTime, timetable } from './clock.js'
import type { HandoutContext, SlideReference } from './context.js'
import { cueViews } from './cues.js'
import { lecternEdition, slideId } from './edition.js'
import { footnoteViews } from './footnote-views.js'
import { pageRules } from './running-lines.js'
import { PAGE_WIDTH, placeAtStart, type SlidePlace } from './slide-place.js'
import { stylesOf } from './styles.js'
import { shortened } from '../look/index.js'

// Characters of the running head that stand in the middle of the band.
const HEAD = 34

/** mm of the picture: that of a slide of 16 to 9 over the whole width. */
const PICTURE = { top: 0, width: PAGE_WIDTH, height: (PAGE_WIDTH * 9) / 16 }

/**
 * The slides with their notes, for the lectern: a page a slide, with room for its picture above and its notes below.
 * Asks for nothing outside itself.
 */
export function lecternHtml(guide: Guide, context: HandoutContext): string {
  const edition = lecternEdition(guide, context)
  const { words, templates } = context
  const slides = context.slides ?? []
  const times = timetable(guide)
  const pages = pageRules(guide, words, context.hash, {
    head: words.say('speakerNotes'),
    headOf: new Map(
      guide.sections.map(({ number, title }) => [
        `section-${number}`,
        `${words.number(number)}\u2002${shortened(plainText(title), HEAD)}`,
      ]),
    ),
    headElse: shortened(plainText(guide.title), HEAD),
    headEnd: words.say('notForHandingOut'),
  })
  const numbers = new Map(guide.sections.map(({ id, number }) => [id, number]))
  const clock = (sectionId: string): string => {
    const from = times.get(sectionId)?.from
    return from === undefined ? '' : clockTime(from, words)
  }
  return templates.render('lectern', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('speakerNotes')})`,
    style: stylesOf(context, guide, pages, ['facilitator', 'slides-on-paper']),
    ids: slides.map(({ number }) => slideId(number)),
    slides: slides.map((slide, index) => ({
      id: slideId(slide.number),
      page: slide.sectionId ? `section-${numbers.get(slide.sectionId) ?? 0}` : 'auto',
      number: words.say('slide', { n: words.number(slide.number) }),
      title: slide.title,
      time: slide.sectionId && beginsSection(slides, index) ? clock(slide.sectionId) : '',
      cues: cueViews(slide.notes, edition),
      footnotes: footnoteViews(edition, slideId(slide.number)),
    })),
  })
}

/** Where the pictures go. @param pages 1-based, by id, as they were printed */
export function lecternPlaces(
  guide: Guide,
  slides: readonly SlideReference[],
  pages: ReadonlyMap<string, number>,
): readonly SlidePlace[] {
  return slides.flatMap(({ number }) => {
    const page = pages.get(slideId(number))
    return page === undefined ? [] : placeAtStart(guide, { page, source: number }, PICTURE)
  })
}

function beginsSection(slides: readonly SlideReference[], index: number): boolean {
  return slides[index]?.sectionId !== slides[index - 1]?.sectionId
}
