import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partition, type Room, type Unit } from '../../src/deck/partition.js'

const unit = (height: number, more: Partial<Unit> = {}): Unit => ({
  height,
  gap: 20,
  head: 0,
  bond: 0,
  group: 0,
  words: 0,
  items: 0,
  seam: 0,
  ...more,
})

const heights = (units: readonly Unit[], cuts: readonly number[]): number[] =>
  cuts.map((end, index) =>
    units
      .slice(cuts[index - 1] ?? 0, end)
      .reduce((sum, one, position) => sum + one.height + (position === 0 ? one.head : one.gap), 0),
  )

describe('partition', () => {
  const room = (height: number): Room => ({ height, words: 52, items: 28 })

  it('keeps together what fits', () => {
    expect(partition([unit(100), unit(100), unit(100)], room(400))).toEqual([3])
  })

  it('balances: seven items over two slides are four and three, not six and one', () => {
    expect(
      partition(
        Array.from({ length: 7 }, () => unit(60)),
        room(420),
      ),
    ).toEqual([4, 7])
  })

  it('leaves no lone last item', () => {
    const cuts = partition([unit(100), unit(100), unit(100), unit(150)], room(400))
    expect(cuts.at(-1)! - (cuts.at(-2) ?? 0)).toBeGreaterThan(1)
  })

  it('cuts at forty words or so, and at seven items, although more would fit', () => {
    expect(
      partition(
        [1, 2, 3, 4].map(() => unit(40, { words: 18, items: 4 })),
        room(420),
      ),
    ).toEqual([2, 4])
    expect(
      partition(
        Array.from({ length: 9 }, () => unit(20, { items: 4 })),
        room(420),
      ),
    ).toEqual([5, 9])
  })

  it('cuts code behind an empty line', () => {
    const seams = [0, 0.5, 0.5, 0.5, 0.5, 0, 0.5, 0.5]
    expect(
      partition(
        seams.map((seam) => unit(42, { gap: 0, seam })),
        room(300),
      ),
    ).toEqual([5, 8])
  })

  it('never ends a slide with a heading', () => {
    const units = [unit(200), unit(50, { bond: 1, group: 1 }), unit(200, { group: 2 })]
    expect(partition(units, room(300))).toEqual([1, 3])
  })

  it('repeats the head of a table in the sum', () => {
    const rows = Array.from({ length: 8 }, () => unit(70, { gap: 0, head: 60 }))
    const cuts = partition(rows, room(420))
    expect(Math.max(...heights(rows, cuts))).toBeLessThanOrEqual(420)
  })

  const units = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 500 }),
      gap: fc.integer({ min: 0, max: 40 }),
      head: fc.integer({ min: 0, max: 60 }),
      bond: fc.constantFrom(0, 0.12, 1),
      words: fc.integer({ min: 0, max: 20 }),
      items: fc.integer({ min: 0, max: 10 }),
      seam: fc.double({ min: 0, max: 1, noNaN: true }),
      group: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 60 },
  )

  it('takes every unit once, in order, and ends', () => {
    fc.assert(
      fc.property(units, (list) => {
        const cuts = partition(list, room(420))
        expect(cuts.at(-1)).toBe(list.length)
        cuts.forEach((cut, index) => expect(cut).toBeGreaterThan(cuts[index - 1] ?? 0))
      }),
    )
  })

  it('fills no slide beyond its room, but with a unit that is too tall in itself', () => {
    fc.assert(
      fc.property(units, (list) => {
        const cuts = partition(list, room(420))
        heights(list, cuts).forEach((height, index) => {
          const isAlone = (cuts[index] as number) - (cuts[index - 1] ?? 0) === 1
          if (!isAlone) expect(height).toBeLessThanOrEqual(420)
        })
      }),
    )
  })

  it('gives the same cuts for the same units', () => {
    fc.assert(
      fc.property(units, (list) => {
        expect(partition(list, room(420))).toEqual(partition([...list], room(420)))
      }),
    )
  })
})
