import { dirname, join } from 'node:path'
import type { World } from '../guide/index.js'
import { themeName } from './engine.js'

/** A theme's stylesheet out of a file beside the deck. */
export interface ThemeFile {
  readonly name: string
  readonly css: string
}

/** Folders beside a deck in which its themes are looked for. */
const FOLDERS = ['.', 'theme', 'themes']

/** Bytes; Marp's own largest theme has 30,000. */
const LARGEST = 500_000

/** Stylesheets that are read at most, so that a folder full of them keeps nobody waiting. */
const MOST = 100

/** Names of themes that a stylesheet builds on: `@import 'default'`, `@import-theme 'default'`. */
const BASE = /@import(?:-theme)?\s+["']([\w-]+)["']/g

/**
 * The theme of a name among the files beside a deck, and those that it builds on, these first; none where the name is
 * one of Marp's own.
 * @param path the deck's, with its symbolic links resolved
 */
export async function findThemes(
  names: readonly string[],
  path: string,
  root: string,
  world: World,
): Promise<readonly ThemeFile[]> {
  if (names.length === 0) return []
  const there = await themesBeside(dirname(path), root, world)
  const found = new Map<string, ThemeFile>()
  const take = (name: string, above: ReadonlySet<string>): void => {
    const theme = there.get(name)
    if (!theme || above.has(name) || found.has(name)) return
    for (const [, base = ''] of theme.css.matchAll(BASE)) take(base, new Set([...above, name]))
    found.set(name, theme)
  }
  for (const name of names) take(name, new Set())
  return [...found.values()]
}

async function themesBeside(
  folder: string,
  root: string,
  world: World,
): Promise<ReadonlyMap<string, ThemeFile>> {
  const themes = new Map<string, ThemeFile>()
  let left = MOST
  for (const one of FOLDERS) {
    const names = await world.namesIn(join(folder, one)).catch(() => [])
    for (const file of names.filter((name) => /\.css$/i.test(name)).slice(0, left)) {
      left--
      const css = await readBelow(join(folder, one, file), root, world)
      const name = css && themeName(css)
      if (css && name && !themes.has(name)) themes.set(name, { name, css })
    }
  }
  return themes
}

/** A text file at or below the read root; undefined where it is elsewhere, or none. */
async function readBelow(path: string, root: string, world: World): Promise<string | undefined> {
  try {
    const real = await world.realPath(path)
    if (!real.startsWith(root.endsWith('/') ? root : join(root, '/'))) return undefined
    const read = await world.readFile(real, LARGEST)
    return 'bytes' in read ? new TextDecoder().decode(read.bytes) : undefined
  } catch {
    return undefined
  }
}
