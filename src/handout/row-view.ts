import type { Block, Exercise, KeyPoints } from '../guide/index.js'
import { blockViews, inColumn, type Setting } from './blocks.js'
import { clockTime, type Span } from './clock.js'
import { cueViews } from './cues.js'
import type { Edition } from './edition.js'
import { inlineHtml, titleHtml } from './inline.js'
import { handoutPhrase, slidesPhrase } from './phrases.js'
import { hasOwnRow, type Row } from './rows.js'

const reference: Setting = { ...inColumn, isLeftOut: hasOwnRow }

/** What the template of a row is filled with. @param times by id of section and part */
export function rowView(row: Row, edition: Edition, times: ReadonlyMap<string, Span>) {
  const { words, context } = edition
  const { part, exercise, slides } = row
  const time = part ? times.get(part.id) : undefined
  const page = exercise ? context.handoutPages?.get(exercise.id) : undefined
  return {
    kind: row.kind,
    id: part?.id ?? '',
    level: 3,
    title: part ? titleHtml(part.title, edition) : '',
    time: time?.from === undefined || time.minutes === undefined ? '' : clockTime(time.from, words),
    minutes: time?.minutes === undefined ? '' : words.say('min', { n: time.minutes }),
    slides: slidesPhrase(
      words,
      slides.map(({ number }) => number),
    ),
    mentions: part || row.kind !== 'talk' ? [] : slideTitles(row, edition),
    page: page === undefined ? '' : handoutPhrase(words, [page]),
    cues: cueViews(row.notes, edition),
    exercise: exercise ? exerciseView(exercise, edition) : undefined,
    keyPoints: row.keyPoints ? keyPointsView(row.keyPoints, edition) : undefined,
    paper: row.paper.map((block) => paperView(block, edition)),
    solutions: row.solutions.map((solution) => ({
      id: solution.id,
      label: words.say('solution'),
      title: solution.title ? inlineHtml(solution.title, edition) : '',
      blocks: blockViews(solution.blocks, edition, reference),
    })),
  }
}

/** Titles of slides that are not their section's or part's own. */
function slideTitles(row: Row, { sectionTitles }: Edition): readonly string[] {
  return [...new Set(row.slides.map(({ title }) => title))].filter(
    (title) => title !== '' && !sectionTitles.has(title),
  )
}

function exerciseView(exercise: Exercise, edition: Edition) {
  const { words } = edition
  return {
    id: exercise.id,
    level: edition.levels.get(exercise.id) ?? 3,
    label: words.say('exercise', { n: exercise.number }),
    how: exercise.how ?? '',
    minutes: exercise.minutes === undefined ? '' : words.say('minutes', { n: exercise.minutes }),
    title: titleHtml(exercise.title, edition),
    blocks: blockViews(exercise.blocks, edition, reference),
    answers: words.say('answers'),
    solutions: exercise.solutions.map((solution) => ({
      id: solution.id,
      title: solution.title ? inlineHtml(solution.title, edition) : '',
      blocks: blockViews(solution.blocks, edition, reference),
    })),
  }
}

function keyPointsView(keyPoints: KeyPoints, edition: Edition) {
  return {
    id: keyPoints.id,
    level: edition.levels.get(keyPoints.id) ?? 3,
    label: edition.words.say('keyPoints'),
    blocks: blockViews(keyPoints.blocks, edition, { ...reference, isInColumn: false }),
  }
}

/** What stands on the participants' paper, under its label. */
function paperView(block: Block, edition: Edition) {
  const isCallout = block.kind === 'callout'
  return {
    id: block.id,
    label: edition.words.say(isCallout ? block.tone : 'inHandout'),
    title: isCallout && block.title ? inlineHtml(block.title, edition) : '',
    blocks: isCallout || block.kind === 'handout' ? blockViews(block.blocks, edition, reference) : [],
  }
}
