import type { Block, Exercise, List } from '../guide/index.js'

// Ruled lines where the author says nothing.
const PER_QUESTION = 3
const AT_END = 4

/** The lists whose items are questions: the numbered ones; where there are none, the others, but no task lists. */
export function questionLists(blocks: readonly Block[]): readonly List[] {
  const lists = blocks.filter((block): block is List => block.kind === 'list')
  const numbered = lists.filter(({ ordered }) => ordered)
  const others = lists.filter(({ items }) => items.every(({ checked }) => checked === undefined))
  return numbered.length > 0 ? numbered : others
}

/** How many ruled lines an exercise has: under each question or, where it has none, at its end. */
export function ruledLines(exercise: Exercise): { readonly perQuestion: number; readonly atEnd: number } {
  const hasQuestions = questionLists(exercise.blocks).length > 0
  return {
    perQuestion: hasQuestions ? (exercise.lines ?? PER_QUESTION) : 0,
    atEnd: hasQuestions ? 0 : (exercise.lines ?? AT_END),
  }
}
