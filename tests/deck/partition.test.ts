import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partition, type Unit } from '../../src/deck/partition.js'

const unit = (height: number, more: Partial<Unit> = {}): Unit => ({
  height,
  gap: 20,
  head: 0,
  keepWithNext: false,
  group: 0,
  ...more,
})

const heights = (units: readonly Unit[], cuts: readonly number[]): number[] =>
  cuts.map((end, index) =>
    units
      .slice(cuts[index - 1] ?? 0, end)
      .reduce((sum, one, position) => sum + one.height + (position === 0 ? one.head : one.gap), 0),
  )

describe('partition', () => {
  it('keeps together what fits', () => {
    expect(partition([unit(100), unit(100), unit(100)], 400)).toEqual([3])
  })

  it('balances: seven items over two slides are four and three, not six and one', () => {
    expect(
      partition(
        Array.from({ length: 7 }, () => unit(60)),
        420,
      ),
    ).toEqual([4, 7])
  })

  it('leaves no lone last item', () => {
    const cuts = partition([unit(100), unit(100), unit(100), unit(150)], 400)
    expect(cuts.at(-1)! - (cuts.at(-2) ?? 0)).toBeGreaterThan(1)
  })

  it('never ends a slide with a heading', () => {
    const units = [unit(200), unit(50, { keepWithNext: true, group: 1 }), unit(200, { group: 2 })]
    expect(partition(units, 300)).toEqual([1, 3])
  })

  it('repeats the head of a table in the sum', () => {
    const rows = Array.from({ length: 8 }, () => unit(70, { gap: 0, head: 60 }))
    const cuts = partition(rows, 420)
    expect(Math.max(...heights(rows, cuts))).toBeLessThanOrEqual(420)
  })

  const units = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 500 }),
      gap: fc.integer({ min: 0, max: 40 }),
      head: fc.integer({ min: 0, max: 60 }),
      keepWithNext: fc.boolean(),
      group: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 60 },
  )

  it('takes every unit once, in order, and ends', () => {
    fc.assert(
      fc.property(units, (list) => {
        const cuts = partition(list, 420)
        expect(cuts.at(-1)).toBe(list.length)
        cuts.forEach((cut, index) => expect(cut).toBeGreaterThan(cuts[index - 1] ?? 0))
      }),
    )
  })

  it('fills no slide beyond its room, but with a unit that is too tall in itself', () => {
    fc.assert(
      fc.property(units, (list) => {
        const cuts = partition(list, 420)
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
        expect(partition(list, 420)).toEqual(partition([...list], 420))
      }),
    )
  })
})
