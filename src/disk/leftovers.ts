import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ownerState } from './owner.js'

/** What a process elsewhere has made may be in use for so long. */
const graceHours = 24

/** Files and folders in a folder, named `<prefix><mark>…`, of this user's processes that are gone. */
export function leftoversIn(folder: string, prefix: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix))
    .filter((name) => isLeft(join(folder, name), name.slice(prefix.length)))
    .map((name) => join(folder, name))
}

function isLeft(path: string, mark: string): boolean {
  const state = ownerState(mark)
  if (state === undefined || state === 'runs') return false
  const { isOurs, hours } = entryOf(path)
  return isOurs && (state === 'gone' || hours > graceHours)
}

function entryOf(path: string): { isOurs: boolean; hours: number } {
  try {
    const entry = lstatSync(path)
    const isOurs = process.getuid === undefined || process.getuid() === entry.uid
    return { isOurs, hours: (Date.now() - entry.mtimeMs) / 3_600_000 }
  } catch {
    return { isOurs: false, hours: 0 }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
