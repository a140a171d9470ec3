import type { Slide } from '../deck/index.js'
import { plainText, type Block, type Guide, type Priority } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { PRESENTER_WORDS, type DeckData, type PresentedExercise, type PresenterWords } from './data.js'

/** What the presenter's script is told of a deck. */
export function deckData(guide: Guide, slides: readonly Slide[], words: Words): DeckData {
  const { duration, variant } = guide.frontMatter
  const sections = guide.sections.flatMap((section) => {
    const first = slides.findIndex((slide) => slide.sectionId === section.id) + 1
    if (first === 0) return []
    return {
      ...(guide.sections.length > 1 ? { number: words.number(section.number) } : {}),
      title: plainText(section.title),
      ...(section.minutes === undefined ? {} : { minutes: section.minutes }),
      first,
    }
  })
  return {
    lang: words.lang,
    dir: guide.dir,
    variant,
    isPublic: false,
    words: presenterWords(words),
    sections,
    ...(duration === undefined ? {} : { duration }),
    could: slidesOf(slides, 'could'),
    should: slidesOf(slides, 'should'),
    exercises: exercisesOf(guide, slides),
  }
}

function presenterWords(words: Words): PresenterWords {
  const holes = { n: '{n}', of: '{of}', from: '{from}', to: '{to}' }
  return Object.fromEntries(PRESENTER_WORDS.map((key) => [key, words.say(key, holes)])) as PresenterWords
}

function slidesOf(slides: readonly Slide[], priority: Priority): readonly number[] {
  return slides.flatMap((slide, index) => (slide.priority === priority ? index + 1 : []))
}

function exercisesOf(guide: Guide, slides: readonly Slide[]): readonly PresentedExercise[] {
  const parts = [
    ...(guide.introduction ? [guide.introduction] : []),
    ...guide.sections.flatMap((one) => one.parts),
  ]
  const exercises = parts.flatMap((part) => part.blocks).filter((block: Block) => block.kind === 'exercise')
  return exercises.flatMap(({ id, minutes = 0 }) => {
    const shown = slides.flatMap((slide, index) =>
      slide.exerciseId === id && slide.layout === 'exercise' ? index + 1 : [],
    )
    return shown.length > 0 ? { slides: shown, minutes } : []
  })
}
