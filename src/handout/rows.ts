import type { Block, Exercise, KeyPoints, Part, Solution } from '../guide/index.js'
import type { SlideReference } from './context.js'
import { deepBlocks, innerBlocks } from './walk.js'

/** One row of the facilitator's edition: some slides, what to say there, and what else belongs there. */
export interface Row {
  readonly kind: 'talk' | 'exercise' | 'keypoints'
  /** The part that begins here. */
  readonly part?: Part
  readonly slides: readonly SlideReference[]
  /** To be said or done. */
  readonly notes: readonly Block[]
  readonly exercise?: Exercise
  readonly keyPoints?: KeyPoints
  /** Callouts and handout blocks. */
  readonly paper: readonly Block[]
  /** Solutions that stand outside an exercise. */
  readonly solutions: readonly Solution[]
}

type Draft = { -readonly [Key in keyof Row]: Row[Key] }

/** Whether a block has a row, or a place in one, of its own: it is not repeated in what is around it. */
export function hasOwnRow(block: Block): boolean {
  return ['exercise', 'keypoints', 'solution'].includes(block.kind)
}

/**
 * The rows of one part: its slides in order, those of an exercise together. What no slide claims follows in rows
 * without one, so that every note stands somewhere.
 * @param slides those of this part
 * @param claimed ids of all blocks that any slide says
 */
export function partRows(
  part: Part,
  slides: readonly SlideReference[],
  claimed: ReadonlySet<string>,
): readonly Row[] {
  const blocks = deepBlocks(part.blocks)
  const exercises = new Map(blocks.flatMap((block) => (block.kind === 'exercise' ? [[block.id, block]] : [])))
  const keyPoints = new Map(
    blocks.flatMap((block) => (block.kind === 'keypoints' ? [[block.id, block]] : [])),
  )
  const rows: Draft[] = []
  const rowsByExercise = new Map<string, Draft>()
  const shownPoints = new Set<string>()

  for (const slide of slides) {
    const last = rows.at(-1)
    const exercise = slide.exerciseId === undefined ? undefined : exercises.get(slide.exerciseId)
    const points = keyPoints.get(slide.id)
    const ofExercise = exercise && rowsByExercise.get(exercise.id)
    if (ofExercise) join(ofExercise, slide)
    else if (exercise) {
      const row: Draft = { ...rowOf(slide), kind: 'exercise', exercise }
      rowsByExercise.set(exercise.id, row)
      rows.push(row)
    } else if (points) {
      shownPoints.add(points.id)
      rows.push({ ...rowOf(slide), kind: 'keypoints', keyPoints: points })
    } else if (last?.kind === 'talk' && slide.notes.length === 0) join(last, slide)
    else rows.push(rowOf(slide))
  }
  if (part.headed && rows[0]?.kind !== 'talk') rows.unshift(emptyRow())

  const toTalk = lastTalk(rows)
  for (const exercise of exercises.values())
    if (!rowsByExercise.has(exercise.id)) rows.push({ ...emptyRow(), kind: 'exercise', exercise })
  for (const points of keyPoints.values())
    if (!shownPoints.has(points.id)) rows.push({ ...emptyRow(), kind: 'keypoints', keyPoints: points })

  const loose = looseNotes(part.blocks, claimed)
  const paper = paperBlocks(part.blocks, claimed)
  const solutions = looseSolutions(part.blocks)
  const target = toTalk ?? (loose.length + paper.length + solutions.length > 0 ? emptyRow() : undefined)
  if (target && !toTalk) rows.unshift(target)
  if (target) Object.assign(target, { notes: [...target.notes, ...loose], paper, solutions })
  for (const row of rows)
    if (row.exercise) row.notes = [...row.notes, ...looseNotes([row.exercise], claimed, true)]
  const first = rows[0]
  if (first && part.headed) first.part = part
  return rows
}

/** Rows of slides that belong to no part: a section's opening slide. */
export function slideRows(slides: readonly SlideReference[]): readonly Row[] {
  return slides.map(rowOf)
}

/**
 * Rows without those that would stand almost empty: what has no slide goes on in the row before it, and a slide with
 * nothing to say joins the row after it.
 */
export function gathered(rows: readonly Row[]): readonly Row[] {
  const result: Draft[] = []
  for (const row of rows) {
    const last = result.at(-1)
    if (last?.kind === 'talk' && row.kind === 'talk' && !row.part && row.slides.length === 0) {
      last.notes = [...last.notes, ...row.notes]
      last.paper = [...last.paper, ...row.paper]
      last.solutions = [...last.solutions, ...row.solutions]
    } else if (last && isEmpty(last) && row.kind === 'talk') {
      result[result.length - 1] = { ...row, slides: [...last.slides, ...row.slides] }
    } else result.push({ ...row })
  }
  return result
}

function isEmpty({ kind, part, notes, paper, solutions }: Row): boolean {
  return kind === 'talk' && !part && notes.length + paper.length + solutions.length === 0
}

/** Ids of every block that some slide says, with all that is in it. */
export function claimedIds(slides: readonly SlideReference[]): ReadonlySet<string> {
  return new Set(slides.flatMap(({ notes }) => deepBlocks(notes).map(({ id }) => id)))
}

/** Author's notes that no slide says. @param inside those of exercises alone, or of all else */
export function looseNotes(
  blocks: readonly Block[],
  claimed: ReadonlySet<string>,
  inside = false,
): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'notes') return block.blocks.filter(({ id }) => !claimed.has(id))
    if (block.kind === 'exercise' && !inside) return []
    return looseNotes(innerBlocks(block), claimed, inside)
  })
}

/** Callouts and handout blocks, the outermost of each. */
function paperBlocks(blocks: readonly Block[], claimed: ReadonlySet<string>): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'notes' || hasOwnRow(block)) return []
    // A list that is said in part has one id with its parts: what is inside answers for itself.
    if (block.kind === 'callout' || block.kind === 'handout') return claimed.has(block.id) ? [] : [block]
    return paperBlocks(innerBlocks(block), claimed)
  })
}

function looseSolutions(blocks: readonly Block[]): readonly Solution[] {
  return deepBlocks(blocks, ({ kind }) => kind === 'exercise' || kind === 'notes').filter(
    (block): block is Solution => block.kind === 'solution',
  )
}

function emptyRow(): Draft {
  return { kind: 'talk', slides: [], notes: [], paper: [], solutions: [] }
}

function rowOf(slide: SlideReference): Draft {
  return { ...emptyRow(), slides: [slide], notes: slide.notes }
}

function join(row: Draft, slide: SlideReference): void {
  row.slides = [...row.slides, slide]
  row.notes = [...row.notes, ...slide.notes]
}

function lastTalk(rows: readonly Draft[]): Draft | undefined {
  return rows.findLast((row) => row.kind === 'talk')
}
