import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { leftoversIn, ownerState, removeDeadLock, removeFolder, withLock } from '../disk/index.js'
import { foldersTo, isInside, kindOf } from './last-output.js'

/** What a swap needs to be finished, or undone, by another process. */
export interface Journal {
  /** The guide's folder in the output folder. */
  readonly name: string
  readonly files: readonly string[]
  readonly remove: readonly string[]
}

export const READY = '.deckhand-ready-'
const LOCK = '.deckhand-lock-'
export const STAGING = '.deckhand-stage-'
export const JOURNAL = 'journal.json'

/** A swap of a process elsewhere, which cannot be asked, counts as killed after so long. */
const graceMinutes = 1

/** The lock around the swaps of one guide. */
export function lockOf(outFolder: string, name: string): string {
  // A name of its own length may be all that the disk takes.
  const short = createHash('sha256').update(name).digest('hex').slice(0, 12)
  return join(outFolder, `${LOCK}${short}`)
}

/** Finishes swaps that were killed half-way, and removes stages of processes that are gone. */
export async function mend(outFolder: string): Promise<void> {
  for (const stage of leftoversIn(outFolder, STAGING)) await removeFolder(stage).catch(() => undefined)
  const killed = await killedSwaps(outFolder)
  const names = new Set(killed.map(({ journal }) => journal.name))
  for (const name of names) {
    // A guide that is built now tells of it; others are left for a build of theirs.
    await withLock(lockOf(outFolder, name), () => mendOne(outFolder, name)).catch(() => undefined)
  }
  const entries = await readdir(outFolder).catch(() => [] as string[])
  for (const entry of entries) if (entry.startsWith(LOCK)) await removeDeadLock(join(outFolder, entry))
}

/** Finishes the killed swaps of one guide. Its lock must be held. */
export async function mendOne(outFolder: string, name: string): Promise<void> {
  for (const { ready, journal } of await killedSwaps(outFolder)) {
    if (journal.name === name) await finishSwap(outFolder, ready)
  }
}

async function killedSwaps(
  outFolder: string,
): Promise<readonly { readonly ready: string; readonly journal: Journal }[]> {
  const entries = await readdir(outFolder).catch(() => [] as string[])
  const found = entries
    .filter((entry) => entry.startsWith(READY))
    .map(async (entry) => {
      const ready = join(outFolder, entry)
      const journal = (await isKilled(ready)) ? await readJournal(ready) : undefined
      return journal ? [{ ready, journal }] : []
    })
  return (await Promise.all(found)).flat()
}

async function isKilled(ready: string): Promise<boolean> {
  const state = ownerState(basename(ready).slice(READY.length))
  if (state !== 'elsewhere') return state === 'gone'
  const entry = await stat(ready).catch(() => undefined)
  return entry !== undefined && Date.now() - entry.mtimeMs > graceMinutes * 60_000
}

const largestJournal = 1_000_000

/** A journal that came with a stranger's folder must lead neither out of it nor out of the output folder. */
async function readJournal(ready: string): Promise<Journal | undefined> {
  try {
    const path = join(ready, JOURNAL)
    if (!(await isPlain(ready)) || (await stat(path)).size > largestJournal) return undefined
    const { name, files, remove } = JSON.parse(await readFile(path, 'utf8')) as Journal
    const isGood = isInside(name) && !/[/\\]/.test(name) && [...files, ...remove].every(isInside)
    return isGood ? { name, files, remove } : undefined
  } catch {
    return undefined
  }
}

/** Whether a folder holds files and folders alone: a link would bring in files from elsewhere. */
async function isPlain(folder: string): Promise<boolean> {
  if ((await kindOf(folder)) !== 'folder') return false
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.every((entry) => entry.isFile() || entry.isDirectory())
}

/**
 * Moves the staged files in and the old ones out. What is done already is seen on the disk, so that it may be repeated
 * after a kill. Where the disk refuses a move, those before it are undone: the old output is whole again.
 * @throws what the disk throws
 */
export async function finishSwap(outFolder: string, ready: string): Promise<void> {
  const journal = await readJournal(ready)
  if (!journal) throw new Error(`"${ready}" holds no journal.`)
  const target = join(outFolder, journal.name)
  const places = [...journal.files, ...journal.remove].map((file) => ({
    fresh: join(ready, 'new', file),
    old: join(ready, 'old', file),
    place: join(target, file),
  }))
  try {
    for (const { fresh, old, place } of places) {
      const isNew = journal.files.includes(place.slice(target.length + 1))
      if (isNew && (await kindOf(fresh)) === 'nothing') continue
      await refuseLinks(foldersTo(target, place.slice(target.length + 1)))
      if ((await kindOf(old)) === 'nothing' && (await kindOf(place)) !== 'nothing') await move(place, old)
      if (isNew) await move(fresh, place)
    }
  } catch (error) {
    for (const { fresh, old, place } of places.toReversed()) {
      const isIn =
        (await kindOf(fresh)) === 'nothing' && journal.files.includes(place.slice(target.length + 1))
      if (isIn) await move(place, fresh)
      if ((await kindOf(old)) !== 'nothing') await move(old, place)
    }
    await removeDone(outFolder, ready)
    await rmdir(target).catch(() => undefined) // Where there was no output before.
    throw error
  }
  for (const folder of new Set(journal.remove.map((file) => dirname(join(target, file))))) {
    await rmdir(folder).catch(() => undefined) // It holds other files, still.
  }
  await removeDone(outFolder, ready)
}

/**
 * Under the name of a stage first: were it killed in between, nothing of it would be moved again. Never throws: all that
 * matters is done, and the next start tries again.
 */
async function removeDone(outFolder: string, ready: string): Promise<void> {
  const done = join(outFolder, `${STAGING}${basename(ready).slice(READY.length)}`)
  try {
    await rename(ready, done)
    await removeFolder(done)
  } catch {
    // A disk that fails now.
  }
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** A link in the place of a folder would lead the swap elsewhere. */
async function refuseLinks(folders: readonly string[]): Promise<void> {
  for (const path of folders) {
    if ((await kindOf(path)) === 'other') {
      throw Object.assign(new Error(`"${path}" is a link`), { code: 'ENOTDIR', errno: -20, path })
    }
  }
}
