import { existsSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

/** A dying browser may still write while its folder is removed. */
const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 30 } as const

/** How often, and with what pauses, a folder is removed that a dying browser or a removal under way still holds. */
const ATTEMPTS = 20
const PAUSE_MILLISECONDS = 50

/** Removes a folder and all that is in it; one that is not there is as good. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, patiently)
}

/** As removeFolder, for the last moment of a process. Never throws: the next run finds what is left. */
export function removeFolderNow(folder: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      if (!existsSync(folder)) return
    } catch {
      // Another removal may have been faster with one of its files; the next attempt sees what is left.
    }
    pauseNow(PAUSE_MILLISECONDS)
  }
}

/** Waits without letting anything else run: at the exit of a process nothing else may. */
function pauseNow(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
