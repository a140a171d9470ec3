import type { Priority } from '../guide/index.js'
import { clockTime } from './clock.js'
import type { SlideReference } from './context.js'
import { escapeHtml } from './escape.js'
import { inlineHtml } from './inline.js'
import { numberRange, slidesPhrase } from './phrases.js'
import { pagesOf, type Plan } from './session.js'

/** The hour at a glance: when, what, how long, on which slides and pages. */
export function runSheetView({ edition, times, slides: bySection }: Plan) {
  const { guide, words, context } = edition
  const { slides = [] } = context
  const range = (numbers: readonly number[]): string =>
    numbers.length === 0 ? '' : numberRange(words, numbers)
  const outside = (part: readonly SlideReference[]) =>
    part.length === 0
      ? []
      : [{ ...emptyRow, title: titlesOf(part), slides: range(part.map(({ number }) => number)) }]
  const first = slides.findIndex(({ sectionId }) => sectionId !== undefined)
  const last = slides.findLastIndex(({ sectionId }) => sectionId !== undefined)
  const sections = guide.sections.map((section) => {
    const { from, minutes } = times.get(section.id) ?? {}
    return {
      id: section.id,
      time: from === undefined ? '' : clockTime(from, words),
      number: words.number(section.number),
      title: inlineHtml(section.title, edition, { isMention: true }),
      minutes: minutes === undefined ? '' : words.say('min', { n: minutes }),
      slides: range((bySection.get(section.id) ?? []).map(({ number }) => number)),
      pages: range(pagesOf(section, context)),
    }
  })
  return {
    title: words.say('runSheet'),
    heads: {
      time: words.say('time'),
      section: words.say('section'),
      minutes: words.say('minutesLabel'),
      slides: words.say('slidesLabel'),
      pages: words.say('handoutLabel'),
    },
    rows: [
      ...outside(first < 0 ? slides : slides.slice(0, first)),
      ...sections,
      ...outside(first < 0 ? [] : slides.slice(last + 1)),
    ],
  }
}

const emptyRow = { id: '', time: '', number: '', minutes: '', pages: '' }

function titlesOf(slides: readonly SlideReference[]): string {
  return [...new Set(slides.map(({ title }) => title))]
    .filter((title) => title !== '')
    .map(escapeHtml)
    .join(' · ')
}

/** What a late facilitator may skip: first what could be shown, then what should; undefined where nothing is marked. */
export function ifLateView({ edition, times }: Plan) {
  const { guide, words, context } = edition
  const marked = (priority: Priority) =>
    guide.sections
      .flatMap((section) => [section, ...section.parts.filter(({ headed }) => headed)])
      .filter((one) => one.priority === priority)
      .map(({ id, title }) => {
        const minutes = times.get(id)?.minutes
        const slides = (context.slides ?? []).filter(
          ({ sectionId, partId }) => sectionId === id || partId === id,
        )
        return {
          title: inlineHtml(title, edition, { isMention: true }),
          facts: [
            slidesPhrase(
              words,
              slides.map(({ number }) => number),
            ),
            minutes === undefined ? '' : words.say('min', { n: minutes }),
          ]
            .filter((fact) => fact !== '')
            .join(', '),
        }
      })
  const groups = [
    { label: words.say('skip'), items: marked('could') },
    { label: words.say('shorten'), items: marked('should') },
  ].filter(({ items }) => items.length > 0)
  return groups.length > 0 ? { title: words.say('ifLate'), groups } : undefined
}
