import { constants } from 'node:fs'
import { access, open, readdir, realpath, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReadFile, World } from '../guide/index.js'
import { readSteadily } from './steady.js'

// Not to wait for the other end of a pipe. Windows has neither the flag nor the trouble.
const HOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** The disk, as reading a guide sees it. */
export const diskWorld: World = {
  async readFile(path, most) {
    try {
      const steady = await readSteadily(
        path,
        () => open(path, HOW),
        (file) => readOrdinary(file, most),
      )
      return steady ?? { refused: 'changing' }
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      // A socket, or a device without a driver.
      if (code === 'ENXIO' || code === 'EISDIR') return { refused: 'not-a-file' }
      throw error
    }
  },
  realPath: (path) => realpath(path),
  async namesIn(folder) {
    return (await readdir(folder)).toSorted()
  },
  async repositoryOf(folder) {
    const found = await access(join(folder, '.git')).then(
      () => true,
      () => false,
    )
    if (found) return folder
    const parent = dirname(folder)
    return parent === folder ? undefined : diskWorld.repositoryOf(parent)
  },
}

/** The disk, and the network for pictures. */
export function fetchingWorld(signal: AbortSignal): World {
  return {
    ...diskWorld,
    // Loaded where it is asked for alone.
    async fetchPictures(urls) {
      const { createPictureFetcher, pictureCache } = await import('../fetch/index.js')
      return createPictureFetcher({ cache: pictureCache(process.env), signal })(urls)
    },
  }
}

/** Reads one byte more than may be, since a file can grow, or say that it has none (those of /proc do). */
async function readOrdinary(file: FileHandle, most: number): Promise<ReadFile> {
  const stat = await file.stat()
  if (!stat.isFile()) return { refused: 'not-a-file' }
  if (stat.size > most) return { refused: 'too-large', size: stat.size }
  const chunks: Buffer[] = []
  let length = 0
  while (length <= most) {
    const room = Buffer.alloc(Math.min(Math.max(stat.size - length, 0) + 65_536, most + 1 - length))
    const { bytesRead } = await file.read(room)
    if (bytesRead === 0) return { bytes: new Uint8Array(Buffer.concat(chunks)) }
    chunks.push(room.subarray(0, bytesRead))
    length += bytesRead
  }
  return { refused: 'too-large', size: length }
}
