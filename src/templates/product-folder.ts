import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product's own folder, which holds templates/ and package.json, both from source and from the bundle. */
export function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'templates', 'shared'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The templates folder of Deckhand is missing.')
    folder = parent
  }
  return folder
}
