import { dirname } from 'node:path'
import { read, type World } from '../../src/guide/index.js'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A world that holds one guide at /guides/<name>/guide.md, and any picture named good.png. */
export function memoryWorld(files: Readonly<Record<string, string | Uint8Array>>): World {
  const find = (path: string) => files[path] ?? (path.endsWith('/good.png') ? png : undefined)
  const missing = (path: string) => Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' })
  return {
    async readFile(path, most) {
      const found = find(path)
      if (found === undefined) throw missing(path)
      const bytes = typeof found === 'string' ? Buffer.from(found) : found
      return bytes.length > most ? { refused: 'too-large', size: bytes.length } : { bytes }
    },
    async realPath(path) {
      const isFolder = Object.keys(files).some(
        (file) => file.startsWith(`${path}/`) || dirname(file) === path,
      )
      if (find(path) === undefined && !isFolder) throw missing(path)
      return path
    },
    async namesIn(folder) {
      const inside = Object.keys(files).filter((file) => file.startsWith(`${folder}/`))
      return [
        ...new Set(inside.map((file) => file.slice(folder.length + 1).split('/')[0] as string)),
      ].toSorted()
    },
    repositoryOf: async () => undefined,
  }
}

/** Reads a guide from a text. */
export async function readText(source: string | Uint8Array, name = 'sample') {
  const file = `/guides/${name}/guide.md`
  return read(file, memoryWorld({ [file]: source }), 'guide.md')
}
