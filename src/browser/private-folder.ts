import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Younger folders are left alone: their process may live in another container that shares the disk. */
const graceMinutes = 10
/** A dying browser may still write while its folder is removed. */
const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 30 } as const

/** Makes a folder that only this user can read (0700) in the system's temporary folder. */
export async function makePrivateFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const parent = (process.platform !== 'win32' && env['TMPDIR']) || tmpdir()
  sweepFolders(parent, 'deckhand-')
  return mkdtemp(join(parent, `deckhand-${process.pid}-`))
}

/** Removes a folder and all that is in it; one that is not there is as good. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, patiently)
}

/** As removeFolder, for the last moment of a process. */
export function removeFolderNow(folder: string): void {
  try {
    rmSync(folder, patiently)
  } catch {
    // The process is ending: the next run sweeps the folder away.
  }
}

/** Removes folders named `<prefix><pid>-…` that a killed process of this user left behind. */
export function sweepFolders(parent: string, prefix: string): void {
  for (const name of namesIn(parent)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined
    if (pid && !isAlive(Number(pid)) && isOldAndOurs(join(parent, name))) removeFolderNow(join(parent, name))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isOldAndOurs(path: string): boolean {
  try {
    const { mtimeMs, uid } = lstatSync(path)
    const ours = process.getuid === undefined || process.getuid() === uid
    return ours && Date.now() - mtimeMs > graceMinutes * 60_000
  } catch {
    return false
  }
}
