import type { Exercise } from '../guide/index.js'
import type { Edition } from './edition.js'
import { exerciseHeight } from './estimate.js'
import { titleHtml } from './inline.js'
import { elsewhereLine } from './phrases.js'
import { questionLists, ruledLines } from './questions.js'
import type { BlockView, ExerciseView, LinesOf, LinesView } from './views.js'

// Ruled lines in large print are 12 mm apart instead of 9.
const LARGE_LINES = 12 / 9

// mm. What fits a page of A4 or Letter is not torn; a taller exercise may be cut by the end of a page.
const WHOLE = 200

/**
 * An exercise with its ruled lines: under each question, or at its end where it has none.
 * @param content its blocks, with the lines that go under each item
 */
export function exerciseView(
  exercise: Exercise,
  edition: Edition,
  content: (linesOf: LinesOf) => readonly BlockView[],
): ExerciseView {
  const { words } = edition
  const questions = questionLists(exercise.blocks)
  const { perQuestion, atEnd } =
    edition.kind === 'facilitator' ? { perQuestion: 0, atEnd: 0 } : ruledLines(exercise)
  return {
    template: 'exercise',
    notes: [],
    id: exercise.id,
    level: edition.levels.get(exercise.id) ?? 3,
    label: words.say('exercise', { n: exercise.number }),
    how: exercise.how ?? '',
    minutes: exercise.minutes === undefined ? '' : words.number(exercise.minutes),
    unit: exercise.minutes === undefined ? '' : words.say('minutesUnit', { n: exercise.minutes }),
    notesBefore: isPaged(edition) ? words.say('notes') : '',
    elsewhere: elsewhereLine(exercise.id, edition),
    title: titleHtml(exercise.title, edition),
    isLong: exerciseHeight(exercise) * Math.min(edition.scale, LARGE_LINES) > WHOLE,
    blocks: content((list) => (questions.includes(list) ? ruled(perQuestion) : undefined)),
    lines: ruled(atEnd),
  }
}

/** Whether the white of its pages is ruled for notes. */
function isPaged({ kind, isOneColumn, isScreen }: Edition): boolean {
  return kind === 'handout' && !isOneColumn && !isScreen
}

function ruled(count: number): LinesView | undefined {
  return count > 0 ? { rules: Array.from({ length: count }, (_, index) => index + 1) } : undefined
}
