import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { orFault } from './fault.js'
import { removeFolderNow } from './folder.js'
import { leftoversIn } from './leftovers.js'
import { markOf } from './owner.js'

/**
 * Writes a file that is never seen half-written: beside it, then renamed. What is no regular file, such as /dev/stdout,
 * is written to as it is; a symbolic link is followed.
 * @throws EnvironmentFault `output-failed`
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await orFault(path, async () => {
    const target = await realpath(path).catch(() => path)
    const isSpecial = await stat(target).then(
      (entry) => !entry.isFile(),
      () => false,
    )
    if (isSpecial) return writeFile(target, content)
    const prefix = `.${basename(target)}.deckhand-`
    for (const left of leftoversIn(dirname(target), prefix)) removeFolderNow(left)
    const passing = join(dirname(target), `${prefix}${markOf(process.pid)}-${(count += 1)}`)
    try {
      await writeFile(passing, content)
      await rename(passing, target)
    } finally {
      await rm(passing, { force: true })
    }
  })
}

let count = 0
