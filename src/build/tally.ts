import type { Progress } from './options.js'
import { secondsLeft, type Built } from './time-left.js'

/** Keeps count of a run, and says how far it is. */
export interface Tally {
  /** Something is being done. */
  step(text: string): void
  /** A guide is done; one that was built says how long others may take. */
  done(file: string, seconds: number, isBuilt: boolean): void
}

/** @param sizes bytes of source of each guide that is to be built */
export function createTally(
  sizes: ReadonlyMap<string, number>,
  lanes: number,
  tell: (progress: Progress) => void,
): Tally {
  const left = new Map(sizes)
  const built: Built[] = []
  return {
    step(text) {
      const estimate = secondsLeft(built, [...left.values()], lanes)
      tell({
        text,
        done: sizes.size - left.size,
        total: sizes.size,
        ...(estimate === undefined ? {} : { secondsLeft: estimate }),
      })
    },
    done(file, seconds, isBuilt) {
      if (isBuilt) built.push({ bytes: left.get(file) ?? 0, seconds })
      left.delete(file)
    },
  }
}
