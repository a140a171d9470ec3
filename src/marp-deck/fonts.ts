import { basename, dirname } from 'node:path'
import type { World } from '../guide/index.js'
import { locate } from '../picture/index.js'

/** A font that a theme names, read from beside the deck. */
export interface DeckFont {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Bytes. */
const LARGEST = 5_000_000

const KINDS: readonly (readonly [magic: string, mediaType: string])[] = [
  ['wOF2', 'font/woff2'],
  ['wOFF', 'font/woff'],
  ['OTTO', 'font/otf'],
  ['\0\u0001\0\0', 'font/ttf'],
  ['true', 'font/ttf'],
]

/** Reads a font at or below the read root. @returns undefined where there is none */
export async function readFont(
  address: string,
  path: string,
  root: string,
  world: World,
): Promise<DeckFont | undefined> {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return undefined
  const located = await locate(address, dirname(path), root, world)
  if (!('found' in located)) return undefined
  const read = await world.readFile(located.found, LARGEST).catch(() => undefined)
  if (!read || !('bytes' in read)) return undefined
  const magic = Buffer.from(read.bytes.subarray(0, 4)).toString('latin1')
  const [, mediaType] = KINDS.find(([sign]) => sign === magic) ?? []
  if (!mediaType) return undefined
  return { name: basename(located.found).replace(/[^\w.-]+/g, '-'), mediaType, bytes: read.bytes }
}
