import { stat, type FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const mostTries = 3
/** A file that was written less than so long ago may still be: an editor empties it first. */
const restMs = 50

/**
 * Reads a file until nothing changed it meanwhile, at most three times: half of one version and half of the next is no
 * guide. A file that another has replaced is opened anew.
 * @returns undefined where it never rested
 */
export async function readSteadily<T>(
  path: string,
  open: () => Promise<FileHandle>,
  read: (file: FileHandle) => Promise<T>,
): Promise<T | undefined> {
  for (let tries = 1; tries <= mostTries; tries++) {
    if (tries > 1) await pause(restMs * tries)
    const file = await open()
    try {
      const before = await stateOf(file)
      const result = await read(file)
      const after = await stateOf(file)
      const isRested = Math.abs(Date.now() - after.mtimeMs) > restMs
      if (isRested && before.key === after.key && (await stillNames(path, after.key))) return result
    } finally {
      await file.close()
    }
  }
  return undefined
}

async function stateOf(file: FileHandle): Promise<{ key: string; mtimeMs: number }> {
  const state = await file.stat({ bigint: true })
  return { key: `${state.dev} ${state.ino} ${state.size} ${state.mtimeNs}`, mtimeMs: Number(state.mtimeMs) }
}

async function stillNames(path: string, key: string): Promise<boolean> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino, size, mtimeNs }) => key === `${dev} ${ino} ${size} ${mtimeNs}`,
    () => false, // Between the removal of the old and the renaming of the new.
  )
}
