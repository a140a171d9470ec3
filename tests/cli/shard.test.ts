import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShard, shardOf } from '../../src/cli/shard.js'

const asIs = (name: string) => name

describe('shards', () => {
  it.each(['0/4', '5/4', '1', '1/0', 'a/b', '-1/2', '1/2/3', '1.5/2', '01/2', '', '1/99999'])(
    '"%s" is none',
    (text) => {
      expect(readShard(text)).toBeUndefined()
    },
  )

  it('reads one of four', () => {
    expect(readShard('1/4')).toEqual({ index: 1, count: 4 })
    expect(readShard('4/4')).toEqual({ index: 4, count: 4 })
  })

  it('deals out by name, whatever the order of the list', () => {
    expect(shardOf(['c', 'a', 'd', 'b', 'e'], { index: 1, count: 2 }, asIs)).toEqual(['a', 'c', 'e'])
    expect(shardOf(['e', 'd', 'c', 'b', 'a'], { index: 2, count: 2 }, asIs)).toEqual(['b', 'd'])
  })

  it('puts each guide into exactly one shard, and no shard has two more than another', () => {
    const names = fc.uniqueArray(fc.string(), { maxLength: 60 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 80 }), (all, count) => {
        const shards = Array.from({ length: count }, (_, at) => shardOf(all, { index: at + 1, count }, asIs))
        expect(shards.flat().toSorted()).toEqual(all.toSorted())
        const sizes = shards.map((shard) => shard.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is the same on every machine, however it lists its files', () => {
    const shuffled = fc
      .uniqueArray(fc.string(), { maxLength: 40 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 9 }), ([one, other], count) => {
        for (let index = 1; index <= count; index++)
          expect(shardOf(other, { index, count }, asIs)).toEqual(shardOf(one, { index, count }, asIs))
      }),
    )
  })
})
