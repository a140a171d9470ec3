import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { pool } from '../../src/build/pool.js'
import { secondsLeft } from '../../src/build/time-left.js'

/** Work that ends only when the test says so. */
function bench() {
  const begun: number[] = []
  const ends = new Map<number, { done: () => void; fail: (error: Error) => void }>()
  return {
    begun,
    work: (item: number) => {
      begun.push(item)
      return new Promise<string>((resolve, reject) => {
        ends.set(item, { done: () => resolve(`result ${item}`), fail: reject })
      })
    },
    async end(item: number) {
      ends.get(item)?.done()
      await settled()
    },
    async fail(item: number) {
      ends.get(item)?.fail(new Error(`fault ${item}`))
      await settled()
    },
  }
}

function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

describe('the pool', () => {
  it('works on so many at once, and tells results in the order of the items', async () => {
    const { begun, work, end } = bench()
    const told: string[] = []
    const done = pool([1, 2, 3, 4], { lanes: 2, work, onResult: (result) => told.push(result) })
    expect(begun).toEqual([1, 2])
    await end(2)
    expect(begun).toEqual([1, 2, 3])
    expect(told).toEqual([])
    await end(1)
    expect(told).toEqual(['result 1', 'result 2'])
    expect(begun).toEqual([1, 2, 3, 4])
    await end(4)
    await end(3)
    await done
    expect(told).toEqual(['result 1', 'result 2', 'result 3', 'result 4'])
  })

  it('begins nothing after a fault, awaits what was begun, and then throws the first fault', async () => {
    const { begun, work, end, fail } = bench()
    const told: string[] = []
    let thrown: unknown
    const done = pool([1, 2, 3], { lanes: 2, work, onResult: (result) => told.push(result) }).catch(
      (error: unknown) => void (thrown = error),
    )
    await fail(2)
    expect(thrown).toBeUndefined()
    await end(1)
    await done
    expect(thrown).toEqual(new Error('fault 2'))
    expect(told).toEqual(['result 1'])
    expect(begun).toEqual([1, 2])
  })

  it('has nothing to do with no items', async () => {
    await expect(
      pool([], { lanes: 2, work: () => Promise.reject(new Error('never')), onResult: () => undefined }),
    ).resolves.toBeUndefined()
  })

  it('forgets a result once it was told', async () => {
    const results: WeakRef<object>[] = []
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    await pool(
      Array.from({ length: 50 }, (_, index) => index),
      {
        lanes: 2,
        work: async () => {
          await settled()
          const result = { bytes: new Uint8Array(1000) }
          results.push(new WeakRef(result))
          return result
        },
        onResult: () => undefined,
      },
    )
    await settled()
    collect()
    expect(results.filter((one) => one.deref()).length).toBeLessThan(5)
  })
})

describe('the time left', () => {
  const built = (bytes: number, seconds: number) => ({ bytes, seconds })

  it('is said only after some guides were built', () => {
    expect(secondsLeft([built(6000, 1), built(6000, 1)], [6000], 1)).toBeUndefined()
    expect(secondsLeft([built(6000, 1), built(6000, 1), built(6000, 1)], [6000], 1)).toBeCloseTo(1)
  })

  it('goes by the size of what is left, and by how many are built at once', () => {
    const done = [built(6000, 1), built(6000, 1), built(6000, 1)]
    expect(secondsLeft(done, [16_000, 16_000], 1)).toBeCloseTo(4)
    expect(secondsLeft(done, [16_000, 16_000], 2)).toBeCloseTo(2)
    expect(secondsLeft(done, [], 2)).toBe(0)
  })

  it('is not led astray by one odd guide, and waits for the longest', () => {
    const done = [built(6000, 1), built(6000, 1), built(6000, 100), built(6000, 1)]
    expect(secondsLeft(done, [6000, 6000], 2)).toBeCloseTo(1)
    expect(secondsLeft(done, [96_000, 6000], 2)).toBeCloseTo(10)
  })
})
