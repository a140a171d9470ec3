import type { Place } from '../finding/index.js'
import type { Block, Code, Exercise, Guide, Inline, Part, Section, Solution } from './model.js'

/**
 * Where words must be found:
 * `slide` on a slide; `notes` in the speaker notes; `deck` on a slide or in its notes;
 * `handout` in the participants' edition; `facilitator` in the facilitator's.
 */
export type Venue = 'slide' | 'notes' | 'deck' | 'handout' | 'facilitator'

/** One run of words of the guide (a paragraph, an item's paragraph, a table cell, a heading, a code block …) and where it belongs. */
export interface LedgerEntry {
  /** Id of the block that holds it. */
  readonly id: string
  readonly kind: 'section' | 'part' | 'exercise' | 'keypoints' | 'heading' | 'text' | 'cell' | 'code'
  /** Plain text, as a reader sees it; white space folded. */
  readonly text: string
  /** Of code of several lines, which may go on from slide to slide. */
  readonly lines?: readonly string[]
  readonly place: Place
  /** Must stand in every one of these. */
  readonly venues: readonly Venue[]
  /** Author's notes and held-back solutions: may stand in no other edition (guide-format section 4, rule 5). */
  readonly secret: boolean
  /** Paper may gather it at its end: solutions, glossary, footnotes. All else stands in its section. */
  readonly apart?: true
}

type Kind = LedgerEntry['kind']
type Words = readonly Inline[]

/** Where the blocks that are being walked belong. */
type Belonging = Pick<LedgerEntry, 'venues' | 'secret' | 'apart'>

interface Located {
  readonly id: string
  readonly place: Place
}

const ordinary: Belonging = { venues: ['deck', 'handout'], secret: false }
const everywhere: Belonging = { venues: ['slide', 'handout', 'facilitator'], secret: false }
const callouts: Belonging = { venues: ['deck', 'handout', 'facilitator'], secret: false }
const onPaper: Belonging = { venues: ['handout', 'facilitator'], secret: false }
const spoken: Belonging = { venues: ['notes', 'facilitator'], secret: true }
const solved: Belonging = { ...everywhere, apart: true }
const explained: Belonging = { ...onPaper, apart: true }
const noted: Belonging = { venues: ['handout'], secret: false, apart: true }
const heldBack: Belonging = { venues: ['facilitator'], secret: true, apart: true }

/** Every run of words of the guide in reading order, with the places where it belongs. */
export function ledger(guide: Guide): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = []
  /** Footnotes by identifier, with the least secret place that refers to them. */
  const footnotes = new Map<string, Belonging>()
  const solutions = guide.frontMatter.solutions === 'facilitator' ? heldBack : solved

  function put(at: Located, kind: Kind, words: Words, where: Belonging): void {
    for (const text of runsBesidePictures(words)) putText(at, kind, text, where)
    for (const identifier of footnoteReferences(words)) {
      const known = footnotes.get(identifier)
      if (!known || (known.secret && !where.secret)) footnotes.set(identifier, where)
    }
  }

  function putText(at: Located, kind: Kind, text: string, where: Belonging): void {
    if (hasWords(text)) entries.push({ id: at.id, kind, text: fold(text), place: at.place, ...where })
  }

  function putCode(block: Code, where: Belonging): void {
    const lines = block.value.split('\n').map(fold).filter(hasWords)
    if (lines.length < 2) return putText(block, 'code', block.value, where)
    entries.push({ id: block.id, kind: 'code', text: fold(block.value), lines, place: block.place, ...where })
  }

  function putBlocks(blocks: readonly Block[], where: Belonging, kind: Kind = 'text'): void {
    for (const block of blocks) putBlock(block, where, kind)
  }

  function putBlock(block: Block, where: Belonging, kind: Kind): void {
    // What is secret stays so, whatever it is nested in.
    const or = (own: Belonging): Belonging => (where.secret ? where : own)
    switch (block.kind) {
      case 'paragraph':
        return put(block, kind, block.text, where)
      case 'heading':
        return put(block, 'heading', block.text, where)
      case 'list':
        return block.items.forEach((item) => putBlocks(item.blocks, where, kind))
      case 'table':
        for (const row of [block.head, ...block.rows])
          for (const cell of row.cells) put({ id: block.id, place: row.place }, 'cell', cell, where)
        return
      case 'code':
        return putCode(block, where)
      case 'picture':
        return putText(block, 'text', block.caption ?? '', where)
      case 'quote':
        return putBlocks(block.blocks, where, kind)
      case 'callout': {
        const own = where === ordinary ? callouts : where
        put(block, 'text', block.title ?? [], own)
        return putBlocks(block.blocks, own, kind)
      }
      case 'columns':
        return block.columns.forEach((column) => putBlocks(column, where, kind))
      case 'notes':
        return putBlocks(block.blocks, or(spoken))
      case 'handout':
        return putBlocks(block.blocks, or(onPaper))
      case 'exercise':
        return putExercise(block, or(everywhere), or(solutions))
      case 'solution':
        return putSolution(block, or(solutions))
      case 'keypoints':
        return putBlocks(block.blocks, or(everywhere), 'keypoints')
      case 'glossary':
        for (const entry of block.entries) {
          put(entry, 'text', entry.term, or(explained))
          put(entry, 'text', entry.meaning, or(explained))
        }
        return putBlocks(block.blocks, or(explained))
      // A formula has no words, a break neither; an author's own slide is Markdown that is measured, not read.
      case 'formula':
      case 'break':
      case 'slide':
    }
  }

  function putExercise(exercise: Exercise, where: Belonging, answers: Belonging): void {
    put(exercise, 'exercise', exercise.title, where)
    putBlocks(exercise.blocks, where)
    for (const solution of exercise.solutions) putSolution(solution, answers)
  }

  function putSolution(solution: Solution, where: Belonging): void {
    put(solution, 'text', solution.title ?? [], where)
    putBlocks(solution.blocks, where)
  }

  function putPart(part: Part): void {
    const heading: Belonging = { venues: ['slide', 'handout'], secret: false }
    // The author's own slide stands for the part's, and need not repeat its title.
    if (isAuthored(part))
      put(part, 'part', part.headed ? part.title : [], { ...heading, venues: ['handout'] })
    else if (part.headed) put(part, 'part', part.title, heading)
    putBlocks(part.blocks, ordinary)
  }

  function putSection(section: Section): void {
    const before = entries.length
    put(section, 'section', section.title, everywhere)
    // A title of signs or of a formula alone has no words, but what follows it stands in its section.
    if (entries.length === before) {
      entries.push({ id: section.id, kind: 'section', text: '', place: section.place, ...everywhere })
    }
    for (const opening of section.openings) {
      put(opening, 'text', opening.title ?? [], everywhere)
      putBlocks(opening.blocks, everywhere)
    }
    section.parts.forEach(putPart)
  }

  if (guide.introduction) putPart(guide.introduction)
  guide.sections.forEach(putSection)
  for (const note of guide.footnotes)
    putBlocks(note.blocks, footnoteBelonging(footnotes.get(note.identifier)))
  return entries
}

/** Whether the author hands in a slide of his own for this part. */
export function isAuthored(part: Part): boolean {
  return part.blocks.some((block) => block.kind === 'slide')
}

/** Plain runs, cut at pictures too: a labelled box may stand for one, whose words are no words of the guide. */
function runsBesidePictures(words: Words): readonly string[] {
  const stretches: Inline[][] = [[]]
  for (const inline of words) {
    if (inline.type === 'image') stretches.push([])
    else stretches.at(-1)?.push(inline)
  }
  return stretches.flatMap(plainRuns)
}

/**
 * The plain text of running words, as a reader sees it, white space folded. Maths is read aloud in as many
 * ways as there are readers: the text is cut there, and crumbs beside it are left out.
 */
export function plainRuns(words: Words): readonly string[] {
  const cut = '\u0000'
  const runs = words
    .map((inline) => plain(inline, cut))
    .join('')
    .split(cut)
  return runs.map(fold).filter((run) => (runs.length === 1 ? hasWords(run) : letters(run) > 3))
}

function plain(inline: Inline, cut: string): string {
  switch (inline.type as string) {
    case 'break':
      return ' '
    case 'inlineMath':
      return cut
  }
  if ('children' in inline) return inline.children.map((child) => plain(child, cut)).join('')
  return inline.type === 'text' || inline.type === 'inlineCode' ? inline.value : ''
}

function footnoteReferences(words: Words): readonly string[] {
  return words.flatMap((inline) => {
    if (inline.type === 'footnoteReference') return [inline.identifier]
    return 'children' in inline ? footnoteReferences(inline.children) : []
  })
}

/** A footnote stands on the paper of those who may read what refers to it. */
function footnoteBelonging(referrer: Belonging | undefined): Belonging {
  return referrer?.secret ? heldBack : noted
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function hasWords(text: string): boolean {
  return letters(text) > 0
}
