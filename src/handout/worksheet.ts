import { plainText, type Exercise, type Guide, type Section } from '../guide/index.js'
import { blockViews } from './blocks.js'
import type { HandoutContext } from './context.js'
import { worksheetEdition, type Edition } from './edition.js'
import { exerciseView } from './exercise.js'
import { footnoteViews } from './footnote-views.js'
import { inlineHtml, titleHtml } from './inline.js'
import { pageRules } from './running-lines.js'
import { stylesOf } from './styles.js'
import { exercisesOf, isOnHandout } from './visible.js'
import { deepBlocks } from './walk.js'
import { shortened } from '../look/index.js'

/**
 * The exercises alone, numbered as in the handout, each on a page to write on; those without lines share one. Asks for
 * nothing outside itself.
 */
export function worksheetHtml(guide: Guide, context: HandoutContext): string {
  const edition = worksheetEdition(guide, context)
  const { words, templates } = context
  const pages = pageRules(guide, words, context.hash, {
    head: words.say('worksheet'),
    headOf: new Map(),
    headElse: shortened(plainText(guide.title), 72),
    headEnd: '',
    isFirstAlike: true,
  })
  const exercises = exercisesOf(guide)
  const sections = sectionsByExercise(guide)
  return templates.render('worksheet', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('worksheet')})`,
    style: stylesOf(context, guide, pages, ['worksheet']),
    ids: exercises.map(({ id }) => id),
    heading: titleHtml(guide.title, edition),
    exercises: exercises.map((exercise, index) => ({
      isFirst: index === 0,
      ...exerciseOnPage(exercise, sections.get(exercise.id), edition),
    })),
  })
}

function exerciseOnPage(exercise: Exercise, section: Section | undefined, edition: Edition) {
  const { words } = edition
  const view = exerciseView(exercise, edition, (linesOf) =>
    blockViews(exercise.blocks, edition, { isInColumn: true, linesOf }),
  )
  return {
    isWritten: exercise.lines !== 0,
    number: section ? words.number(section.number) : '',
    section: section ? inlineHtml(section.title, edition, { isMention: true }) : words.say('introduction'),
    exercise: { ...view, level: 2 },
    footnotes: footnoteViews(edition, exercise.id),
  }
}

/** The section of each exercise by its id; those of the introduction have none. */
function sectionsByExercise(guide: Guide): ReadonlyMap<string, Section> {
  const blocksOf = ({ openings, parts }: Section) => [
    ...openings.flatMap(({ blocks }) => blocks),
    ...parts.flatMap(({ blocks }) => blocks),
  ]
  return new Map(
    guide.sections.flatMap((section) =>
      deepBlocks(blocksOf(section), (block) => !isOnHandout(block)).flatMap((block) =>
        block.kind === 'exercise' ? [[block.id, section] as const] : [],
      ),
    ),
  )
}
