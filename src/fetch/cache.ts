import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheHome, writeWhole } from '../disk/index.js'

/** Pictures that were fetched before. Never throws: where it cannot be read or written, pictures are fetched again. */
export interface PictureCache {
  read(url: string): Promise<Uint8Array | undefined>
  write(url: string, bytes: Uint8Array): Promise<void>
}

/** The cache in the user's own folder: XDG_CACHE_HOME/deckhand/pictures, else below ~/.cache. */
export function pictureCache(env: NodeJS.ProcessEnv): PictureCache {
  const folder = join(cacheHome(env), 'deckhand', 'pictures')
  const file = (url: string) => join(folder, createHash('sha256').update(url).digest('hex'))
  return {
    read: (url) =>
      readFile(file(url)).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined,
      ),
    async write(url, bytes) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeWhole(file(url), bytes)
      } catch {
        // A home that is read-only, missing or full: this run has its picture all the same.
      }
    },
  }
}
