import { plainText, type Guide } from '../guide/index.js'
import type { HandoutContext, SlideReference } from './context.js'
import { pageRules } from './running-lines.js'
import { placeAtStart, type SlidePlace } from './slide-place.js'
import { stylesOf } from './styles.js'
import { shortened } from '../look/index.js'

/** Slides on a page. */
const ABREAST = 3

/** mm of a slide's picture; the stylesheet leaves this room. */
const PICTURE = { width: 104, height: 58.5 }

/** mm from one slide to the next. */
const STEP = { A4: 80, Letter: 74 }

/** Ruled lines beside a slide. */
const LINES = [1, 2, 3, 4, 5, 6]

/** The slides, three a page, with ruled lines beside each, for those who write along; the pictures are drawn over it. */
export function threeUpHtml(guide: Guide, context: HandoutContext): string {
  const { words, templates } = context
  const slides = context.slides ?? []
  const pages = pageRules(guide, words, context.hash, {
    head: words.say('slidesLabel'),
    headOf: new Map(),
    headElse: shortened(plainText(guide.title), 72),
    headEnd: '',
    isFirstAlike: true,
  })
  const count = Math.ceil(slides.length / ABREAST)
  return templates.render('three-up', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('slidesLabel')})`,
    style: stylesOf(context, guide, pages, ['slides-on-paper']),
    step: STEP[guide.frontMatter.paper],
    pages: Array.from({ length: count }, (_, page) => ({
      slides: slides.slice(page * ABREAST, (page + 1) * ABREAST).map(({ number, title }) => ({
        number: words.number(number),
        title: title || words.say('slide', { n: words.number(number) }),
        lines: { rules: LINES },
      })),
    })),
  })
}

/** Where the pictures go. */
export function threeUpPlaces(guide: Guide, slides: readonly SlideReference[]): readonly SlidePlace[] {
  return slides.map(({ number }, index) =>
    placeAtStart(
      guide,
      { page: Math.floor(index / ABREAST) + 1, source: number },
      { ...PICTURE, top: (index % ABREAST) * STEP[guide.frontMatter.paper] },
    ),
  )
}
