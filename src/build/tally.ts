import { stat } from 'node:fs/promises'
import type { Progress } from './options.js'
import { secondsLeft, type Built } from './time-left.js'

/** Keeps count of a run, and says how far it is. */
export interface Tally {
  /** These guides have to be built; their sizes say how long it takes. */
  expect(files: readonly string[]): Promise<void>
  /** Something is being done. */
  step(text: string): void
  /** A guide is done; one that was built says how long others may take. */
  done(file: string, seconds: number, isBuilt: boolean): void
}

/** @param total guides of the run */
export function createTally(total: number, lanes: number, tell: (progress: Progress) => void): Tally {
  /** Bytes of source of each guide that is still to be built. */
  const left = new Map<string, number>()
  const built: Built[] = []
  let done = 0
  return {
    async expect(files) {
      for (const [index, size] of (await Promise.all(files.map(sizeOf))).entries())
        left.set(files[index] as string, size)
    },
    step(text) {
      const estimate = secondsLeft(built, [...left.values()], lanes)
      tell({ text, done, total, ...(estimate === undefined ? {} : { secondsLeft: estimate }) })
    },
    done(file, seconds, isBuilt) {
      done++
      if (isBuilt) built.push({ bytes: left.get(file) ?? 0, seconds })
      left.delete(file)
    },
  }
}

/** Bytes; of a file that cannot be read, none. */
async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}
