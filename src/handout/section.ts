import {
  plainText,
  type Exercise,
  type Inline,
  type Opening,
  type Part,
  type Section,
} from '../guide/index.js'
import { typeStep } from '../look/index.js'
import { blockViews, inColumn } from './blocks.js'
import type { Edition } from './edition.js'
import { escapeHtml } from './escape.js'
import { footnoteViews } from './footnote-views.js'
import { inlineHtml, titleHtml } from './inline.js'
import { pageNumber } from './page-number.js'
import { elsewhereLine, sayHtml } from './phrases.js'
import { deepBlocks } from './walk.js'
import { isOnHandout } from './visible.js'

// Characters. A longer paragraph is no lead.
const LEAD = 240

// pt; of the text column.
const COLUMN = 334
const TITLE = [
  { name: '', upTo: Number.POSITIVE_INFINITY, size: 26 },
  { name: 'small', upTo: Number.POSITIVE_INFINITY, size: 18 },
  { name: 'smaller', upTo: Number.POSITIVE_INFINITY, size: 14 },
]

/** A section of the participants' edition. */
export function sectionView(section: Section, edition: Edition, isFollowing: boolean) {
  const { words } = edition
  const hasLead = section.openings.length === 0
  return {
    id: section.id,
    isFollowing,
    number: words.number(section.number),
    // A guide without headings is one section that is named by the title, which stands on the first page already.
    title: section.depth === 0 ? '' : titleHtml(section.title, edition),
    size: sectionTitleSize(section.title),
    minutes: section.minutes === undefined ? '' : words.say('minutes', { n: section.minutes }),
    exercises: exerciseLines(section, edition),
    elsewhere: elsewhereLine(section.id, edition),
    openings: section.openings.map((opening) => openingView(opening, edition)),
    parts: section.parts.map((part, index) =>
      partView(part, edition, hasLead && index === 0 && !part.headed),
    ),
    footnotes: footnoteViews(edition, section.id),
  }
}

/** The class of a title of 26 pt: it is smaller where a word of it would break. */
export function sectionTitleSize(title: readonly Inline[]): string {
  return typeStep(plainText(title), TITLE, COLUMN).name
}

/** A part under its subhead; without one where it is untitled. */
export function partView(part: Part, edition: Edition, mayLead: boolean) {
  const [first] = part.blocks.filter(isOnHandout)
  const isShort = first?.kind === 'paragraph' && plainText(first.text).length <= LEAD
  return {
    id: part.id,
    level: edition.levels.get(part.id) ?? 3,
    title: part.headed ? inlineHtml(part.title, edition) : '',
    isLead: mayLead && isShort,
    blocks: blockViews(part.blocks, edition, inColumn),
  }
}

/** Questions, objectives or prerequisites at a section's head, under their label. */
export function openingView(opening: Opening, edition: Edition) {
  const [only] = opening.blocks
  const items = only?.kind === 'list' ? only.items.length : 1
  const isLead = opening.kind === 'questions' && opening.blocks.length === 1 && items === 1
  const fixed = isLead ? '' : escapeHtml(edition.words.say(opening.kind))
  return {
    id: opening.id,
    // One question leads into the section by itself; the margin beside it holds the section's number.
    isLead,
    label: opening.title ? inlineHtml(opening.title, edition) : fixed,
    blocks: blockViews(opening.blocks, edition, inColumn),
  }
}

/** "Exercise on page 4", a line each. */
function exerciseLines(section: Section, { context, words }: Edition): readonly string[] {
  const blocks = deepBlocks(
    section.parts.flatMap((part) => part.blocks),
    (block) => !isOnHandout(block),
  )
  const exercises = blocks.filter((block): block is Exercise => block.kind === 'exercise')
  const page = ({ id }: Exercise): string => pageNumber(id, context.pages, words)
  return exercises.map((exercise) =>
    exercises.length === 1
      ? sayHtml(words, 'exerciseOnPage', { n: page(exercise) })
      : sayHtml(words, 'exerciseNumberOnPage', { n: words.number(exercise.number), page: page(exercise) }),
  )
}
