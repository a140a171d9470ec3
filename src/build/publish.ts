import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Stop, finding } from '../finding/index.js'
import { orFault } from './disk-fault.js'

/** A folder beside the output in which everything is made before anything is replaced. */
export interface Stage {
  readonly folder: string
  /** @param name path below the guide's output folder, such as `deck.md` or `media/ladder.svg` */
  write(name: string, content: string | Uint8Array): Promise<void>
  /** Replaces the guide's last good output by what was written, whole. */
  publish(): Promise<void>
  /** Removes what was staged; nothing was replaced. */
  discard(): Promise<void>
}

/** What a swap needs to be finished by another process. */
interface Journal {
  readonly name: string
  readonly files: readonly string[]
  readonly remove: readonly string[]
}

const READY = '.deckhand-ready-'
const STAGING = '.deckhand-stage-'
const JOURNAL = 'journal.json'

/** Opens a stage for one guide below the output folder. @throws EnvironmentFault where it cannot be written */
export async function openStage(outFolder: string, name: string): Promise<Stage> {
  const token = `${process.pid}-${randomBytes(4).toString('hex')}`
  const folder = join(outFolder, `${STAGING}${token}`)
  const files: string[] = []
  await orFault(outFolder, () => mkdir(join(folder, 'new'), { recursive: true }))
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeAtExit)

  return {
    folder,
    async write(file, content) {
      const path = join(folder, 'new', file)
      await orFault(join(outFolder, name, file), async () => {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, content)
      })
      files.push(file)
    },
    async publish() {
      const target = join(outFolder, name)
      const old = await filesOfLastReport(target)
      await refuseForeignFiles(target, files, old)
      const journal: Journal = { name, files, remove: old.filter((file) => !files.includes(file)) }
      const ready = join(outFolder, `${READY}${token}`)
      await orFault(target, async () => {
        await mkdir(target, { recursive: true })
        await writeFile(join(folder, JOURNAL), JSON.stringify(journal))
        // From this rename on the swap is bound to be finished, by us or at the next start.
        await rename(folder, ready)
        await finish(outFolder, ready)
      })
      process.off('exit', removeAtExit)
    },
    async discard() {
      await rm(folder, { recursive: true, force: true })
      process.off('exit', removeAtExit)
    },
  }
}

/** Finishes swaps that were killed half-way, and removes stages of processes that are gone. */
export async function mend(outFolder: string): Promise<void> {
  const entries = await readdir(outFolder).catch(() => [] as string[])
  for (const entry of entries) {
    const path = join(outFolder, entry)
    if (entry.startsWith(READY)) await orFault(path, () => finish(outFolder, path))
    else if (entry.startsWith(STAGING) && !isAlive(Number(entry.slice(STAGING.length).split('-')[0]))) {
      await rm(path, { recursive: true, force: true })
    }
  }
}

/** Moves the staged files in; may be repeated after a kill, since what was moved is no longer there to move. */
async function finish(outFolder: string, ready: string): Promise<void> {
  const journal = JSON.parse(await readFile(join(ready, JOURNAL), 'utf8')) as Journal
  const target = join(outFolder, journal.name)
  for (const file of journal.files) {
    const from = join(ready, 'new', file)
    if (!(await exists(from))) continue
    await mkdir(dirname(join(target, file)), { recursive: true })
    await rename(from, join(target, file))
  }
  for (const file of journal.remove) {
    await rm(join(target, file), { force: true })
    await rmdir(dirname(join(target, file))).catch(() => undefined)
  }
  await rm(ready, { recursive: true, force: true })
}

/** Files that the last build of this guide made; only these are ever replaced or removed. */
async function filesOfLastReport(target: string): Promise<readonly string[]> {
  const text = await readFile(join(target, 'report.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return []
  try {
    const report = JSON.parse(text) as { outputs?: readonly { file?: unknown }[] }
    const listed = (report.outputs ?? []).map((output) => output.file)
    const safe = listed.filter((file): file is string => typeof file === 'string' && isInside(file))
    return [...new Set([...safe, 'report.json'])]
  } catch {
    return []
  }
}

function isInside(file: string): boolean {
  return !/^([/\\]|[A-Za-z]:)/.test(file) && !file.split(/[/\\]/).includes('..')
}

async function refuseForeignFiles(
  target: string,
  files: readonly string[],
  old: readonly string[],
): Promise<void> {
  for (const file of files) {
    if (!old.includes(file) && (await exists(join(target, file)))) {
      throw new Stop(finding('output-foreign', { path: join(target, file) }))
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
