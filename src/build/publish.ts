import { randomBytes } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  atExit,
  makeFolders,
  markOf,
  orFault,
  outputFault,
  removeFolder,
  removeFolderNow,
  withLock,
} from '../disk/index.js'
import { filesOfLastReport, refuseForeignFiles } from './last-output.js'
import { finishSwap, JOURNAL, lockOf, mendOne, READY, STAGING, type Journal } from './swap.js'

/** A folder beside the output in which everything is made before anything is replaced. */
export interface Stage {
  readonly folder: string
  /** @param name path below the guide's output folder, such as `deck.md` or `media/ladder.svg` */
  write(name: string, content: string | Uint8Array): Promise<void>
  /** Replaces the guide's last good output by what was written, whole. */
  publish(): Promise<void>
  /** Removes what was staged; nothing was replaced. Never throws. */
  discard(): Promise<void>
}

/** Opens a stage for one guide below the output folder. @throws EnvironmentFault where it cannot be written */
export async function openStage(outFolder: string, name: string): Promise<Stage> {
  const token = `${markOf(process.pid)}-${randomBytes(3).toString('hex')}`
  const folder = join(outFolder, `${STAGING}${token}`)
  const ready = join(outFolder, `${READY}${token}`)
  const target = join(outFolder, name)
  const sizes = new Map<string, number>()
  // Also after it was discarded: what still runs of a guide that failed may write once more.
  atExit(() => removeFolderNow(folder))
  const discard = async (): Promise<void> => {
    await removeFolder(folder).catch(() => undefined)
  }
  try {
    await orFault(outFolder, async () => {
      await makeFolders(outFolder)
      // One by one: of a read-only disk, Node's recursive mkdir says that the folder is not there.
      await mkdir(folder)
      await mkdir(join(folder, 'new'))
    })
  } catch (error) {
    await discard()
    throw error
  }

  return {
    folder,
    async write(file, content) {
      const path = join(folder, 'new', file)
      await orFault(join(target, file), async () => {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, content)
      })
      sizes.set(file, Buffer.byteLength(content))
    },
    async publish() {
      await orFault(target, () =>
        withLock(lockOf(outFolder, name), async () => {
          await mendOne(outFolder, name)
          const files = [...sizes.keys()]
          const old = await filesOfLastReport(target)
          await refuseForeignFiles(target, [...files, ...old], old)
          await refuseLostFiles(join(folder, 'new'), sizes)
          const journal: Journal = { name, files, remove: old.filter((file) => !sizes.has(file)) }
          await writeFile(join(folder, JOURNAL), JSON.stringify(journal))
          // From this rename on the swap is bound to be finished or undone, by us or at the next start.
          await rename(folder, ready)
          await finishSwap(outFolder, ready)
        }),
      )
    },
    discard,
  }
}

/** Someone may have emptied the output folder during the build. */
async function refuseLostFiles(folder: string, sizes: ReadonlyMap<string, number>): Promise<void> {
  for (const [file, size] of sizes) {
    const found = await stat(join(folder, file)).catch(() => undefined)
    if (found?.size !== size) throw outputFault(join(folder, file), 'it was removed while the build ran')
  }
}
