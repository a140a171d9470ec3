import { createHash } from 'node:crypto'
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { imageSize } from 'image-size'
import { finding, type Finding, type Place } from '../finding/index.js'
import type { AbsentAsset, Asset } from './model.js'
import type { World } from './world.js'

/** Bytes; a larger picture would make a deck that no mail takes. */
const LARGEST_PICTURE = 25_000_000

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
}

export interface ReadAssets {
  readonly assets: ReadonlyMap<string, Asset | AbsentAsset>
  readonly findings: readonly Finding[]
}

/**
 * Reads the pictures of a guide, each once.
 * @param wanted each `src` as written, with its first place
 * @param root the folder below which a guide may read; symbolic links are resolved first
 */
export async function readAssets(
  wanted: ReadonlyMap<string, Place>,
  file: string,
  root: string,
  world: World,
): Promise<ReadAssets> {
  const assets = new Map<string, Asset | AbsentAsset>()
  const findings: Finding[] = []
  const names = new Set<string>()
  for (const [src, place] of wanted) {
    const found = await readOne(src, place, dirname(file), root, world)
    if ('fault' in found) {
      findings.push(found.fault)
      assets.set(src, { state: found.state })
    } else {
      assets.set(src, { ...found.asset, name: uniqueName(found.asset.name, names) })
    }
  }
  return { assets, findings }
}

type Found = { asset: Asset } | { fault: Finding; state: AbsentAsset['state'] }

async function readOne(
  src: string,
  place: Place,
  folder: string,
  root: string,
  world: World,
): Promise<Found> {
  const refused = (reason: string): Found => ({
    fault: finding('picture-refused', { src: shorten(src), reason }, place),
    state: 'refused',
  })
  if (/^data:/i.test(src)) return dataPicture(src) ?? refused('only pictures may be embedded')
  if (/^(https?:)?\/\//i.test(src))
    return { fault: finding('picture-remote', { src: shorten(src) }, place), state: 'remote' }
  if (/^[a-z][a-z0-9+.-]+:/i.test(src)) return refused('only files beside the guide are read')
  const path = decodePath(src)
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()]
  const missing: Found = { fault: finding('picture-missing', { src: shorten(src) }, place), state: 'missing' }
  for (const candidate of candidates(path, folder, root)) {
    const real = await world.realPath(candidate).catch(() => undefined)
    if (real === undefined) continue
    if (!isBelow(real, root)) return refused(`it lies outside of the folder "${basename(root)}"`)
    if (!mediaType) return refused('its kind of file is not known')
    const bytes = await world.readFile(real).catch((error: Error) => error)
    if (bytes instanceof Error)
      return refused(((error) => error.code ?? error.message)(bytes as NodeJS.ErrnoException))
    if (bytes.length > LARGEST_PICTURE) return refused(`it has ${Math.round(bytes.length / 1e6)} MB`)
    return { asset: asset(basename(path), mediaType, bytes) }
  }
  return missing
}

/** Beside the guide; a path from the site's root is looked for below the read root. */
function candidates(path: string, folder: string, root: string): readonly string[] {
  if (!isAbsolute(path)) return [resolve(folder, path)]
  return [root, join(root, 'static'), join(root, 'public'), folder].map((start) => join(start, path))
}

function decodePath(src: string): string {
  const path = src.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whether a path lies at or below a folder. */
function isBelow(path: string, folder: string): boolean {
  const inner = relative(folder, path)
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner)
}

function asset(name: string, mediaType: string, bytes: Uint8Array): Asset {
  return { state: 'read', name: safeName(name), mediaType, bytes, ...size(bytes) }
}

function size(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes)
    return width > 0 && height > 0 ? { width, height } : {}
  } catch {
    return {}
  }
}

function dataPicture(src: string): Found | undefined {
  const match = /^data:(image\/[a-z+.-]+)(;base64)?,([^]*)$/i.exec(src)
  const mediaType = match?.[1]?.toLowerCase()
  const extension = Object.keys(MEDIA_TYPES).find((one) => MEDIA_TYPES[one] === mediaType)
  if (!match || !mediaType || !extension) return undefined
  const body = match[3] ?? ''
  const bytes = match[2] ? Buffer.from(body, 'base64') : Buffer.from(decodePath(body))
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { asset: asset(`${name}${extension}`, mediaType, new Uint8Array(bytes)) }
}

/** A file name that needs no escaping in Markdown, HTML or a path. */
function safeName(name: string): string {
  const extension = extname(name)
  const stem = basename(name, extension)
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
  return `${stem || 'picture'}${extension.toLowerCase()}`
}

function uniqueName(name: string, taken: Set<string>): string {
  const extension = extname(name)
  const stem = basename(name, extension)
  let unique = name
  for (let index = 2; taken.has(unique.toLowerCase()); index++) unique = `${stem}-${index}${extension}`
  taken.add(unique.toLowerCase())
  return unique
}

function shorten(src: string): string {
  return src.length > 80 ? `${src.slice(0, 77)}…` : src
}
