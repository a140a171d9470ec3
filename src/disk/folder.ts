import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

/** A dying browser may still write while its folder is removed. */
const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 30 } as const

/** Removes a folder and all that is in it; one that is not there is as good. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, patiently)
}

/** As removeFolder, for the last moment of a process. Never throws: the next run finds what is left. */
export function removeFolderNow(folder: string): void {
  try {
    rmSync(folder, patiently)
  } catch {
    // The process is ending: the next run sweeps the folder away.
  }
}
