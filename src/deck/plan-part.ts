import { finding, type Finding } from '../finding/index.js'
import {
  type AuthoredSlide,
  plainText,
  type Block,
  type Exercise,
  type Guide,
  type KeyPoints,
  type Notes,
  type Part,
  type Section,
  type Solution,
} from '../guide/index.js'
import { shortened } from '../look/index.js'
import type { Words } from '../words/index.js'
import { authored } from './authored.js'
import { withPictures } from './authored-pictures.js'
import { groupBlocks, type Group } from './group-blocks.js'
import { noteBlocks, withSaid } from './said.js'
import { select } from './select.js'
import { PAGE_SEAT } from './page-seat.js'
import type { Layout, Slide } from './slide.js'

/** Letters of a section's title that the margin has room for. */
const MENTION = 80

export interface PartContext {
  readonly guide: Guide
  readonly words: Words
  /** Absent for the introduction. */
  readonly section?: Section
  readonly tell: (finding: Finding) => void
}

/** Layouts that an author may ask for with `layout=`. */
const ASKED_FOR: readonly Layout[] = [
  'statement',
  'quote',
  'list',
  'definitions',
  'links',
  'number',
  'steps',
  'table',
  'figure',
  'code',
  'content',
]

/** Slides of a part, and the notes that found no slide because the part shows nothing. */
export interface PlannedPart {
  readonly slides: readonly Slide[]
  readonly orphans: readonly Block[]
}

/** One slide or more for a part (guide-format section 4, rules 2 to 5 and 7). */
export function planPart(part: Part, context: PartContext): PlannedPart {
  const groups = groupBlocks(part)
  const authors = groups.filter((group) => group.kind === 'slide')
  // A part that begins with an exercise, with key points or with nothing to show has its heading on a slide before.
  const first = groups.find((group) => group.kind !== 'ordinary' || group.blocks.length > 0)
  const needsTitle = part.headed && authors.length === 0 && first?.kind !== 'ordinary'
  const slides: Slide[] = needsTitle ? [titleSlide(part, context)] : []
  let shownGroups = slides.length
  let waiting: readonly Block[] = []
  for (const group of groups) {
    const goesOn = shownGroups > 0 || (authors.length > 0 && slides.length > 0)
    // The author's own slides stand for those that would be planned.
    const isSaid = group.kind === 'ordinary' && authors.length > 0
    const made = isSaid ? [] : slidesOf(group, part, context, goesOn)
    if (made.length > 0) {
      if (group.kind === 'ordinary') shownGroups++
      slides.push(...made)
      continue
    }
    // What shows nothing is said to the slide before it, or to the first one that comes.
    const said = [...group.notes, ...(group.kind === 'ordinary' ? group.blocks : [])]
    const before = slides.pop()
    if (before) slides.push(withSaid(before, said))
    else waiting = [...waiting, ...said]
  }
  const [opening, ...others] = slides
  if (!opening) return { slides: [], orphans: waiting }
  // Notes that came before any slide go to the part's first.
  return { slides: [withSaid(opening, waiting, 'before'), ...others], orphans: [] }
}

function slidesOf(group: Group, part: Part, context: PartContext, goesOn: boolean): readonly Slide[] {
  switch (group.kind) {
    case 'ordinary':
      return ordinarySlide(group, part, context, goesOn)
    case 'exercise':
      return exerciseSlides(group.exercise, group.notes, part, context)
    case 'solution':
      if (context.guide.frontMatter.solutions === 'facilitator') return []
      return [solutionSlide(group.solution, undefined, group.notes, part, context)]
    case 'keypoints':
      return [keyPointsSlide(group.keypoints, group.notes, part, context)]
    case 'slide':
      return authored(ownSlide(group.slide, context), frame(part, context), noteBlocks(group.notes))
  }
}

function ownSlide(slide: AuthoredSlide, { guide, words }: PartContext): AuthoredSlide {
  return { ...slide, markdown: withPictures(slide.markdown, guide.assets, words) }
}

function ordinarySlide(
  group: Extract<Group, { kind: 'ordinary' }>,
  part: Part,
  context: PartContext,
  goesOn: boolean,
): readonly Slide[] {
  if (group.blocks.length === 0) return []
  const selection = select(group.blocks, context.guide.lang)
  // A title that stands elsewhere, alone on a slide, would say nothing.
  if (selection.shown.length === 0 && (!part.headed || goesOn)) return []
  const asked = ASKED_FOR.find((layout) => layout === part.layout)
  if (part.layout && !asked) {
    const expected = `one of ${ASKED_FOR.join(', ')}`
    context.tell(finding('attribute-value', { name: 'layout', expected }, part.place))
  }
  return [
    {
      ...frame(part, context),
      series: part.id,
      layout: asked ?? selection.layout,
      titleIsMention: !part.headed || goesOn,
      blocks: selection.shown,
      notes: noteBlocks(group.notes),
      moved: selection.moved,
      sources: group.blocks.map((block) => block.id),
      line: group.blocks[0]?.place.line ?? part.place.line,
    },
  ]
}

/** A part that only holds an exercise, key points or text for paper still has its heading on a slide. */
function titleSlide(part: Part, context: PartContext): Slide {
  return { ...frame(part, context), series: part.id, layout: 'statement', titleIsMention: false }
}

function exerciseSlides(
  exercise: Exercise,
  notes: readonly Notes[],
  part: Part,
  context: PartContext,
): readonly Slide[] {
  const { words, guide } = context
  const own = exercise.blocks.filter((block): block is Notes => block.kind === 'notes')
  const shown = exercise.blocks.filter((block) => isShown(block))
  const minutes = exercise.minutes
  const slide: Slide = {
    ...frame(part, context),
    id: exercise.id,
    series: exercise.id,
    exerciseId: exercise.id,
    layout: 'exercise',
    title: exerciseTitle(exercise, words),
    titleIsMention: false,
    blocks: shown,
    exercise: {
      label: words.say('exercise', { n: exercise.number }),
      ...(exercise.how ? { how: exercise.how } : {}),
      ...(minutes === undefined
        ? {}
        : { minutes: words.number(minutes), unit: words.say('minutesUnit', { n: minutes }) }),
    },
    foot: [words.say('handoutPage', { n: PAGE_SEAT })],
    cites: exercise.id,
    notes: noteBlocks([...own, ...notes]),
    sources: exercise.blocks.map((block) => block.id),
    line: exercise.place.line,
  }
  if (guide.frontMatter.solutions === 'facilitator') return [slide]
  const inner = exercise.solutions.map((solution) => solutionSlide(solution, exercise, [], part, context))
  return [slide, ...inner]
}

function exerciseTitle(exercise: Exercise, words: Words) {
  if (exercise.title.length > 0) return exercise.title
  return [{ type: 'text', value: words.say('exercise', { n: exercise.number }) }] as const
}

function solutionSlide(
  solution: Solution,
  exercise: Exercise | undefined,
  notes: readonly Notes[],
  part: Part,
  context: PartContext,
): Slide {
  const { words } = context
  const own = solution.blocks.filter((block): block is Notes => block.kind === 'notes')
  const text = exercise ? words.say('solutionOf', { n: exercise.number }) : words.say('solution')
  return {
    ...frame(part, context),
    id: solution.id,
    series: solution.id,
    ...(exercise ? { exerciseId: exercise.id } : {}),
    layout: 'solution',
    title: isNamed(solution, words)
      ? [{ type: 'text', value: `${text}: ` }, ...(solution.title ?? [])]
      : [{ type: 'text', value: text }],
    titleIsMention: false,
    blocks: solution.blocks.filter((block) => isShown(block)),
    notes: noteBlocks([...own, ...notes]),
    sources: [solution.id, ...solution.blocks.map((block) => block.id)],
    line: solution.place.line,
  }
}

/** "Solution to exercise 1: Solution" says nothing more. */
function isNamed({ title }: Solution, words: Words): boolean {
  return title !== undefined && plainText(title).trim().toLowerCase() !== words.say('solution').toLowerCase()
}

function keyPointsSlide(
  keypoints: KeyPoints,
  notes: readonly Notes[],
  part: Part,
  context: PartContext,
): Slide {
  return {
    ...frame(part, context),
    id: keypoints.id,
    series: keypoints.id,
    layout: 'keypoints',
    title: [{ type: 'text', value: context.words.say('keyPoints') }],
    titleIsMention: false,
    blocks: keypoints.blocks.filter((block) => isShown(block)),
    notes: noteBlocks([
      ...keypoints.blocks.filter((block): block is Notes => block.kind === 'notes'),
      ...notes,
    ]),
    sources: [keypoints.id],
    line: keypoints.place.line,
  }
}

function isShown(block: Block): boolean {
  return (
    block.kind !== 'notes' && block.kind !== 'handout' && block.kind !== 'break' && block.kind !== 'glossary'
  )
}

/** What every slide of a part has. */
function frame(part: Part, { section, words, guide }: PartContext): Slide {
  const priority = part.priority ?? section?.priority
  return {
    id: part.id,
    layout: 'content',
    partId: part.id,
    ...(section
      ? {
          sectionId: section.id,
          number: words.number(section.number),
          label: shortened(plainText(section.title), MENTION),
        }
      : {}),
    ...(priority ? { priority } : {}),
    kicker: [],
    title: part.headed || section ? part.title : guide.title,
    titleIsMention: true,
    dense: false,
    blocks: [],
    foot: [],
    notes: [],
    moved: [],
    sources: [],
    line: part.place.line,
  }
}
