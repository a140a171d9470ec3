import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { guideName } from '../guide/index.js'

/** Guides that the command line names; or why it names none. */
export type FoundGuides = { readonly files: readonly string[] } | { readonly fault: string }

/** @param named files or folders; none means every guide under content/ */
export async function findGuides(named: readonly string[]): Promise<FoundGuides> {
  const files: string[] = []
  if (named.length === 0) {
    const found = await guidesBelow('content')
    if (found.length === 0)
      return { fault: 'There is no guide under content/. Name one: deckhand build GUIDE.' }
    files.push(...found)
  }
  for (const path of named) {
    const entry = await stat(path).catch(() => undefined)
    if (!entry) return { fault: `There is no guide at "${path}".` }
    if (!entry.isDirectory()) {
      files.push(path)
      continue
    }
    const own = join(path, 'guide.md')
    if (await isFile(own)) files.push(own)
    else {
      const found = await guidesBelow(path)
      if (found.length === 0) return { fault: `The folder "${path}" holds no guide.md.` }
      files.push(...found)
    }
  }
  // A guide that is named twice is built once.
  const once = [...new Map(files.toReversed().map((file) => [resolve(file), file])).values()].toReversed()
  return twoOfOneName(once) ?? { files: once }
}

/** The guide.md of each folder inside, in order of name. */
async function guidesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'guide.md'))
  const found = await Promise.all(paths.map(async (path) => ((await isFile(path)) ? path : undefined)))
  return found.filter((path) => path !== undefined).toSorted()
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  )
}

function twoOfOneName(files: readonly string[]): { fault: string } | undefined {
  const names = new Map<string, string>()
  for (const file of files) {
    const name = guideName(file).toLowerCase()
    const other = names.get(name)
    if (other) return { fault: `"${other}" and "${file}" would both be built into "${guideName(file)}".` }
    names.set(name, file)
  }
  return undefined
}

/** Why the folder of templates or the report's file cannot be meant; undefined where both can. */
export async function faultOfPaths(
  files: readonly string[],
  { templates, report }: { readonly templates?: string; readonly report?: string },
): Promise<string | undefined> {
  if (templates !== undefined && !(await isFolder(templates)))
    return `There is no folder of templates at "${templates}".`
  if (report === undefined) return undefined
  const place = await realPlace(report)
  const places = await Promise.all(files.map(realPlace))
  return places.includes(place) ? `The report would be written over the guide "${report}".` : undefined
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}

async function realPlace(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}
