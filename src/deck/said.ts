import type { Block } from '../guide/index.js'
import type { Slide } from './slide.js'

/** A slide with blocks that are said to it and not shown: the author's notes, and prose that goes with them. */
export function withSaid(slide: Slide, said: readonly Block[], where: 'before' | 'after' = 'after'): Slide {
  const notes = noteBlocks(said.filter((block) => block.kind === 'notes'))
  const moved = said.filter((block) => block.kind !== 'notes')
  return where === 'before'
    ? { ...slide, notes: [...notes, ...slide.notes], moved: [...moved, ...slide.moved] }
    : { ...slide, notes: [...slide.notes, ...notes], moved: [...slide.moved, ...moved] }
}

/** The blocks inside notes, author's order kept. */
export function noteBlocks(notes: readonly Block[]): readonly Block[] {
  return notes.flatMap((one) => (one.kind === 'notes' ? one.blocks : [one]))
}
