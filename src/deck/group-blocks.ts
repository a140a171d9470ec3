import type { AuthoredSlide, Block, Exercise, KeyPoints, Notes, Part, Solution } from '../guide/index.js'

/** A run of a part's blocks that becomes slides, with the notes that belong to it. */
export type Group =
  | { kind: 'ordinary'; blocks: Block[]; notes: Notes[] }
  | { kind: 'exercise'; exercise: Exercise; notes: Notes[] }
  | { kind: 'solution'; solution: Solution; notes: Notes[] }
  | { kind: 'keypoints'; keypoints: KeyPoints; notes: Notes[] }
  | { kind: 'slide'; slide: AuthoredSlide; notes: Notes[] }

/** Blocks in the runs that become slides; notes belong to the run before them, or to the first. */
export function groupBlocks(part: Part): readonly Group[] {
  const groups: Group[] = []
  let early: Notes[] = []
  let current: Extract<Group, { kind: 'ordinary' }> | undefined
  const add = (group: Group) => {
    group.notes.unshift(...early)
    early = []
    groups.push(group)
  }
  for (const block of part.blocks) {
    switch (block.kind) {
      case 'notes': {
        const last = groups.at(-1)
        if (last) last.notes.push(block)
        else early.push(block)
        break
      }
      case 'handout':
      case 'glossary':
        break
      case 'break':
        current = undefined
        break
      case 'exercise':
        current = undefined
        add({ kind: 'exercise', exercise: block, notes: [] })
        break
      case 'solution':
        current = undefined
        add({ kind: 'solution', solution: block, notes: [] })
        break
      case 'keypoints':
        current = undefined
        add({ kind: 'keypoints', keypoints: block, notes: [] })
        break
      case 'slide':
        current = undefined
        add({ kind: 'slide', slide: block, notes: [] })
        break
      default:
        if (!current) {
          current = { kind: 'ordinary', blocks: [], notes: [] }
          add(current)
        }
        current.blocks.push(block)
    }
  }
  if (early.length > 0) groups.push({ kind: 'ordinary', blocks: [], notes: early })
  return groups
}
