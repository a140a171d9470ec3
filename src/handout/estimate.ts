import {
  plainText,
  type Block,
  type Exercise,
  type Guide,
  type Inline,
  type Section,
} from '../guide/index.js'
import { glossariesOf } from './glossary.js'
import { questionLists, ruledLines } from './questions.js'
import { isOnHandout, solutionsOf } from './visible.js'
import { deepBlocks, inlinesOf } from './walk.js'

// mm on paper, from the look: what a line of text, a gap, a ruled line take.
const TEXT_LINE = 6
const GAP = 3
const CHARACTERS_PER_LINE = 60
const RULED_LINE = 9
const SECTION_HEAD = 26
const EXERCISE_HEAD = 30
const FIGURE = 90
const LABELLED_BOX = 15
const SLIDE_ROW = 18

/** mm that a section takes in the participants' edition, roughly: enough to tell a short one from a long one. */
export function sectionHeight(section: Section): number {
  const openings = section.openings.map(({ blocks }) => blocksHeight(blocks) + GAP)
  const parts = section.parts.map(
    ({ headed, blocks }) => blocksHeight(blocks) + (headed ? TEXT_LINE + 2 * GAP : 0),
  )
  return SECTION_HEAD + sum([...openings, ...parts])
}

/** mm that a section takes in the facilitator's edition, roughly: all that is said, and what is on paper. */
export function sessionHeight(section: Section): number {
  const blocks = [
    ...section.openings.flatMap((opening) => opening.blocks),
    ...section.parts.flatMap((part) => part.blocks),
  ]
  const texts = deepBlocks(blocks).flatMap((block) => inlinesOf(block).map((text) => textHeight(text) + GAP))
  return SECTION_HEAD + section.parts.length * SLIDE_ROW + sum(texts)
}

/** What may stand after the last section. */
export type BackPart = 'solutions' | 'glossary' | 'links'

/** mm that it takes, roughly. */
export function backHeight(
  part: BackPart,
  guide: Guide,
  links: readonly { readonly hasQr: boolean }[],
): number {
  switch (part) {
    case 'solutions':
      return SECTION_HEAD + sum(solutionsOf(guide).map(({ solution }) => blocksHeight(solution.blocks) + 15))
    case 'glossary': {
      const rows = glossariesOf(guide).flatMap(({ entries }) =>
        entries.map(({ meaning }) => textHeight(meaning)),
      )
      return SECTION_HEAD + 10 + sum(rows.map((row) => row + 4))
    }
    case 'links':
      return (
        SECTION_HEAD + (guide.frontMatter.url ? 38 : 0) + sum(links.map(({ hasQr }) => (hasQr ? 37 : 14)))
      )
  }
}

/** mm that some blocks take, roughly. */
export function blocksHeight(blocks: readonly Block[]): number {
  return sum(blocks.filter(isOnHandout).map(blockHeight))
}

/** mm that an exercise takes with its ruled lines, roughly. */
export function exerciseHeight(exercise: Exercise): number {
  const questions = questionLists(exercise.blocks).flatMap(({ items }) => items).length
  const { perQuestion, atEnd } = ruledLines(exercise)
  const rules = questions * perQuestion + atEnd
  return EXERCISE_HEAD + blocksHeight(exercise.blocks) + rules * RULED_LINE + questions * GAP
}

function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return textHeight(block.text) + GAP
    case 'heading':
      return textHeight(block.text) + 2 * GAP
    case 'list':
      return sum(block.items.map((item) => blocksHeight(item.blocks)))
    case 'table':
      return 10 + sum(block.rows.map((row) => Math.max(9, ...row.cells.map((cell) => textHeight(cell) * 2))))
    case 'code':
      return block.value.split('\n').length * 5 + 2 * GAP
    case 'picture':
      // On the network: a labelled box stands for it.
      return /^(?:https?:)?\/\//i.test(block.src) ? LABELLED_BOX : FIGURE
    case 'columns':
      return Math.max(0, ...block.columns.map((column) => blocksHeight(column) * 2))
    case 'exercise':
      return exerciseHeight(block)
    case 'keypoints':
      return 2 * GAP + blocksHeight(block.blocks) * 1.2
    case 'quote':
    case 'callout':
    case 'handout':
      return blocksHeight(block.blocks) + 2 * GAP
    default:
      return 2 * TEXT_LINE
  }
}

function textHeight(text: readonly Inline[]): number {
  return Math.max(1, Math.ceil(plainText(text).length / CHARACTERS_PER_LINE)) * TEXT_LINE
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
