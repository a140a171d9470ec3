import { access, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { World } from '../guide/index.js'

/** The disk, as reading a guide sees it. */
export const diskWorld: World = {
  readFile: (path) => readFile(path),
  realPath: (path) => realpath(path),
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
