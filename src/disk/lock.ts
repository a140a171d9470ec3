import { lstat, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { outputFault } from './fault.js'
import { markOf, ownerState } from './owner.js'

/** A swap takes milliseconds; a process that holds the lock for longer is stopped, or on a disk that hangs. */
const patienceSeconds = 60
/** A lock of a process elsewhere, or one without a mark, counts as left behind after so long. */
const staleSeconds = 30
/** Characters. */
const longestMark = 200

/**
 * Runs an action while no other process runs one under the same lock: a file that names the process which holds it.
 * A lock that a dead process left behind is taken over.
 * @throws EnvironmentFault `output-failed` where another process holds it for a minute; what the disk throws
 */
export async function withLock<T>(path: string, action: () => Promise<T>): Promise<T> {
  const until = performance.now() + patienceSeconds * 1000
  while (!(await take(path))) {
    if (await isStale(path)) await removeStale(path)
    else if (performance.now() > until) throw outputFault(path, 'another build holds it')
    else await pause(20)
  }
  try {
    return await action()
  } finally {
    await rm(path, { force: true }).catch(() => undefined)
  }
}

/** Removes a lock that a dead process left behind; any other stays. Never throws. */
export async function removeDeadLock(path: string): Promise<void> {
  try {
    if (await isStale(path)) await removeStale(path)
  } catch {
    // It is no lock, or cannot be removed: whoever needs it tells.
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, markOf(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function isStale(path: string): Promise<boolean> {
  const entry = await lstat(path).catch(() => undefined)
  // No build of ours has made it: a pipe or a link to a device would keep us reading.
  if (entry && (!entry.isFile() || entry.size > longestMark))
    throw outputFault(path, 'something else stands there')
  const holder = await readFile(path, 'utf8').catch(() => undefined)
  if (entry === undefined || holder === undefined) return false // Released this moment, or not ours to read.
  const state = ownerState(holder)
  if (state === 'runs' || state === 'gone') return state === 'gone'
  return (Date.now() - entry.mtimeMs) / 1000 > staleSeconds
}

/** Only one process at a time removes a stale lock, and looks again before: it might remove another's fresh one. */
async function removeStale(path: string): Promise<void> {
  const guard = `${path}-stale`
  if (!(await take(guard))) {
    if (await isStale(guard)) await rm(guard, { force: true })
    return pause(20)
  }
  if (await isStale(path)) await rm(path, { force: true })
  await rm(guard, { force: true })
}
