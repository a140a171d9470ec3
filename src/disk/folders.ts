import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Node's own recursive mkdir never comes back from a place that says
 * of each folder in it that it is not there (`/proc`).
 */
export async function makeFolders(path: string): Promise<void> {
  const reason = await made(path)
  if (reason?.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolders(dirname(path))
    const again = await made(path)
    if (again) throw again
  } else if (reason) throw reason
}

/** Why a folder is not there; undefined where it is. */
async function made(path: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(path)
    return undefined
  } catch (error) {
    const isThere = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
    return isThere ? undefined : (error as NodeJS.ErrnoException)
  }
}
