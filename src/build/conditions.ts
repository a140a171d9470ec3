import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserIdentity } from '../browser/index.js'
import { productFolder } from '../templates/index.js'
import { checksum } from './checksum.js'
import type { BuildOptions } from './options.js'

/** Folders of templates, of ours and of `--templates`. */
const TEMPLATE_FOLDERS = ['deck', 'handout', 'shared']

/**
 * All that a build depends on beside the guide, as one checksum: options, templates, our own code, the packages that it
 * loads, the browser and Node. An option that is added later counts by itself.
 */
export async function conditionsOf(options: BuildOptions): Promise<string> {
  const { out: _out, signal: _signal, templates, only, ...others } = options
  const product = productFolder()
  const parts = await Promise.all([
    filesBelow(join(product, 'templates')),
    filesBelow(codeFolder(product)),
    templates ? Promise.all(TEMPLATE_FOLDERS.map((name) => filesBelow(join(templates, name)))) : [],
    versionsOf(product),
  ])
  const { versions } = process
  return checksum(
    JSON.stringify([
      others,
      only.toSorted(),
      parts,
      browserIdentity(process.env),
      // Their Unicode tables decide where a sentence ends.
      [versions.node.split('.')[0], versions.icu, versions.unicode],
    ]),
  )
}

/** dist/ for the bundle, src/ when run from the sources. */
function codeFolder(product: string): string {
  const own = dirname(fileURLToPath(import.meta.url))
  const dist = join(product, 'dist')
  return own.startsWith(dist) ? dist : join(product, 'src')
}

/** Path and checksum of every file, in order. */
async function filesBelow(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    paths
      .toSorted()
      .map(
        async (path) =>
          [relative(folder, path).split(sep).join('/'), checksum(await readFile(path))] as const,
      ),
  )
}

/** Versions of the packages that are loaded from node_modules. */
async function versionsOf(product: string): Promise<readonly string[]> {
  const own = JSON.parse(await readFile(join(product, 'package.json'), 'utf8')) as {
    dependencies?: Readonly<Record<string, string>>
  }
  return Promise.all(
    Object.keys(own.dependencies ?? {})
      .toSorted()
      .map(async (name) => `${name} ${await versionOf(name, product)}`),
  )
}

/** By its path, as Node looks for it, since not every package exports its package.json. */
async function versionOf(name: string, from: string): Promise<string> {
  const file = join(from, 'node_modules', name, 'package.json')
  if (existsSync(file)) return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
  const parent = dirname(from)
  return parent === from ? 'none' : versionOf(name, parent)
}
