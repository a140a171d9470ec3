/** One indivisible piece of a slide's body: a block, a list item, a table row, a code line. Heights in CSS px. */
export interface Unit {
  /** Space that it takes, the gap before it not included. */
  readonly height: number
  /** Before it, where it is not the first of a slide. */
  readonly gap: number
  /** Repeated before it where it begins a slide: a table's head. */
  readonly head: number
  /** How much it belongs to what follows, 0 to 1: a heading or a label must not stand alone at the end of a slide. */
  readonly bond: number
  /** Units of one list, table or code block share a group: none of its ends should stand alone. */
  readonly group: number
  /** What it takes of a slide's density, by words and by items (see density.ts). */
  readonly words: number
  readonly items: number
  /** How bad it is to begin a slide with it, 0 to 1: code is cut between its paragraphs, not within one. */
  readonly seam: number
}

/** What one slide may hold. */
export interface Room {
  /** px */
  readonly height: number
  readonly words: number
  readonly items: number
}

/** What is worse than what: an orphaned heading is worse than two slides more, a lone item than uneven slides. */
const COST = {
  slide: 1000,
  tooDense: 1500,
  orphan: 6000,
  smallBlock: 1200,
  lone: 500,
  seam: 400,
  uneven: 100,
}

/**
 * Cuts units into the fewest runs that fit the room, as even as possible; no run ends with a unit that belongs to the
 * next, none holds a lone end of a group, and no small block is cut, where that can be helped. A unit that is taller
 * than the room is a run of its own.
 * @returns the index after each run's last unit
 */
export function partition(units: readonly Unit[], room: Room): readonly number[] {
  const extents = groupExtents(units, room)
  // From the end: the cheapest way to cut what begins at each index.
  const cost: number[] = Array.from({ length: units.length + 1 }, () => 0)
  const next: number[] = []
  for (let start = units.length - 1; start >= 0; start--) {
    let best = Infinity
    let height = 0
    let words = 0
    let items = 0
    for (let end = start + 1; end <= units.length; end++) {
      const unit = units[end - 1] as Unit
      height += unit.height + (end - 1 === start ? unit.head : unit.gap)
      words += unit.words
      items += unit.items
      if (height > room.height && end - start > 1) break
      const isTooDense = end - start > 1 && (words > room.words || items > room.items)
      const own =
        COST.slide +
        COST.uneven * (height / room.height) ** 2 +
        (isTooDense ? COST.tooDense : 0) +
        costOfCut(units, extents, start, end)
      const whole = own + (cost[end] as number)
      // Of two ways that are alike, the one with the fuller first slide.
      if (whole <= best + 1e-6) {
        best = Math.min(best, whole)
        next[start] = end
      }
    }
    cost[start] = best
  }
  const cuts: number[] = []
  for (let at = 0; at < units.length; at = next[at] as number) cuts.push(next[at] as number)
  return cuts
}

/** What it costs that a run begins at `start` and ends before `end`. */
function costOfCut(units: readonly Unit[], extents: readonly Extent[], start: number, end: number): number {
  const { from, to } = extents[start] as Extent
  // The last of a list, alone on its slide or over what comes next.
  const isLoneLast = start > from && to - start === 1 && to <= end
  const last = units[end - 1] as Unit
  const next = units[end]
  const isInside = next?.group === last.group
  const at = extents[end - 1] as Extent
  // The first of a list, alone under what stands before it: better all of the list on the next slide.
  const isLoneFirst = isInside && end - at.from === 1
  return (
    (next ? COST.orphan * last.bond : 0) +
    (isInside ? COST.seam * next.seam : 0) +
    (isInside && at.isSmall ? COST.smallBlock : 0) +
    (isLoneFirst ? COST.lone : 0) +
    (isLoneLast ? COST.lone : 0)
  )
}

interface Extent {
  readonly from: number
  readonly to: number
  /** At most half a slide: not to be cut. */
  readonly isSmall: boolean
}

/** For each unit, the run of units of its group. */
function groupExtents(units: readonly Unit[], room: Room): readonly Extent[] {
  const extents: Extent[] = []
  for (let from = 0; from < units.length; from = extents.length) {
    let to = from
    let height = 0
    for (; to < units.length && units[to]?.group === units[from]?.group; to++) {
      const unit = units[to] as Unit
      height += unit.height + (to === from ? unit.head : unit.gap)
    }
    const extent = { from, to, isSmall: height <= room.height / 2 }
    for (let index = from; index < to; index++) extents.push(extent)
  }
  return extents
}
