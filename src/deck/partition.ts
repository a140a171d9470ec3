/** One indivisible piece of a slide's body: a block, a list item, a table row, a code line. Heights in CSS px. */
export interface Unit {
  /** Space that it takes, the gap before it included where it is not the first of a slide. */
  readonly height: number
  readonly gap: number
  /** Repeated before it where it begins a slide: a table's head. */
  readonly head: number
  /** A heading or lead that must not stand alone at the end of a slide. */
  readonly keepWithNext: boolean
  /** Units of one list, table or code block share a group: the last of them should not stand alone. */
  readonly group: number
}

/**
 * Cuts units into the fewest runs that fit `room`, as even as possible, no run ending with a unit that belongs to the
 * next, and no lone last unit of a group where that can be helped. A unit taller than the room is a run of its own.
 * @returns the index after each run's last unit
 */
export function partition(units: readonly Unit[], room: number): readonly number[] {
  if (units.length === 0) return []
  const fewest = greedy(units, room).length
  let low = 0
  let high = room
  let best = greedy(units, room)
  for (let step = 0; step < 16 && high - low > 1; step++) {
    const middle = (low + high) / 2
    const cuts = greedy(units, middle)
    if (cuts.length <= fewest && tallest(units, cuts) <= Math.max(room, tallest(units, best))) {
      best = cuts
      high = middle
    } else low = middle
  }
  return withoutLoneLast(units, best, room)
}

function greedy(units: readonly Unit[], room: number): readonly number[] {
  const cuts: number[] = []
  let start = 0
  while (start < units.length) {
    let end = start
    let height = 0
    while (end < units.length) {
      const unit = units[end] as Unit
      const added = end === start ? unit.head + unit.height : unit.gap + unit.height
      if (height + added > room && end > start) break
      height += added
      end++
    }
    if (end < units.length) {
      end = beforeSmallGroup(units, start, end, room)
      let kept = end
      while (kept > start + 1 && units[kept - 1]?.keepWithNext) kept--
      end = units[kept - 1]?.keepWithNext ? end : kept
    }
    cuts.push(end)
    start = end
  }
  return cuts
}

/** A block that takes no more than half a slide is not cut: it begins the next one. */
function beforeSmallGroup(units: readonly Unit[], start: number, end: number, room: number): number {
  const group = units[end]?.group
  let first = end
  let height = 0
  const takes = (index: number): boolean => {
    const unit = units[index]
    if (!unit || unit.group !== group || height > room / 2) return false
    height += unit.height + (index === end ? unit.head : unit.gap)
    return true
  }
  // No further than half a slide to either side: a long block is not gone through for every cut.
  for (let index = end; takes(index); index++);
  while (first > start && takes(first - 1)) first--
  return first > start && first < end && height <= room / 2 ? first : end
}

function runHeight(units: readonly Unit[], start: number, end: number): number {
  let height = 0
  for (let index = start; index < end; index++) {
    const unit = units[index] as Unit
    height += unit.height + (index === start ? unit.head : unit.gap)
  }
  return height
}

function tallest(units: readonly Unit[], cuts: readonly number[]): number {
  return cuts.reduce((most, end, index) => Math.max(most, runHeight(units, cuts[index - 1] ?? 0, end)), 0)
}

/** Moves one unit from the run before to a last run that holds a single item. */
function withoutLoneLast(units: readonly Unit[], cuts: readonly number[], room: number): readonly number[] {
  const result = [...cuts]
  for (let index = result.length - 1; index > 0; index--) {
    const start = result[index - 1] as number
    const end = result[index] as number
    const previous = result[index - 2] ?? 0
    const isLone = end - start === 1 && units[start]?.group === units[start - 1]?.group
    const fits = runHeight(units, start - 1, end) <= room
    if (isLone && fits && start - previous > 2 && !units[start - 2]?.keepWithNext)
      result[index - 1] = start - 1
  }
  return result
}
