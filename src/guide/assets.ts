import { createHash } from 'node:crypto'
import { basename, dirname, extname } from 'node:path'
import { diskReason } from '../disk/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import {
  EXTENSIONS,
  LARGEST_PICTURE,
  LARGEST_SUM,
  MEDIA_TYPES,
  MOST_PICTURES,
  MOST_PIXELS_IN_ALL,
  embeddedBytes,
  locate,
  readPicture,
  type ReadPicture,
} from '../picture/index.js'
import { pictureName, shortSource } from './picture-name.js'
import { DIAGRAM, type DrawnDiagram } from './diagrams.js'
import type { AbsentAsset, Asset } from './model.js'
import type { FetchedPicture, World } from './world.js'

export interface ReadAssets {
  readonly assets: ReadonlyMap<string, Asset | AbsentAsset>
  readonly findings: readonly Finding[]
}

/** A picture as the guide names it: its first place, and how often it is shown. */
export interface WantedPicture {
  readonly place: Place
  readonly uses: number
}

/** Where pictures are looked for. */
interface Where {
  /** The guide's own folder. */
  readonly folder: string
  /** The folder below which a guide may read; symbolic links are resolved. */
  readonly root: string
  readonly world: World
  readonly fetched?: ReadonlyMap<string, FetchedPicture>
  /** Pictures of diagrams, by the address that stands for each. */
  readonly drawn: ReadonlyMap<string, DrawnDiagram>
}

/** Reads the pictures of a guide, each once, one after another, so that only one is in memory beside those kept. */
export async function readAssets(
  wanted: ReadonlyMap<string, WantedPicture>,
  file: string,
  root: string,
  world: World,
  drawn: ReadonlyMap<string, DrawnDiagram> = new Map(),
): Promise<ReadAssets> {
  const assets = new Map<string, Asset | AbsentAsset>()
  const findings: Finding[] = []
  const names = new Set<string>()
  const room = { bytes: LARGEST_SUM, pixels: MOST_PIXELS_IN_ALL, pictures: MOST_PICTURES }
  const fetched = await world.fetchPictures?.([...wanted.keys()].filter(isRemote).slice(0, MOST_PICTURES))
  const where: Where = { folder: dirname(file), root, world, drawn, ...(fetched ? { fetched } : {}) }
  for (const [src, { place, uses }] of wanted) {
    const found = room.pictures-- > 0 ? await readOne(src, place, where) : tooLarge(src, place, tooMany)
    const over = 'asset' in found ? takeRoom(found.asset.bytes.length * uses, found.pixels, room) : undefined
    const kept = over ? tooLarge(src, place, over) : found
    findings.push(...kept.findings)
    assets.set(
      src,
      'asset' in kept ? { ...kept.asset, name: uniqueName(kept.asset.name, names) } : { state: kept.state },
    )
  }
  return { assets, findings }
}

type Found =
  | { readonly asset: Asset; readonly pixels: number; readonly findings: readonly Finding[] }
  | { readonly state: AbsentAsset['state']; readonly findings: readonly Finding[] }

async function readOne(src: string, place: Place, where: Where): Promise<Found> {
  const diagram = where.drawn.get(src)
  if (diagram) return drawnAsset(src, place, diagram)
  if (/^data:/i.test(src)) return embedded(src, place)
  if (isRemote(src)) return remote(src, place, where.fetched?.get(src))
  if (/^[a-z][a-z0-9+.-]+:/i.test(src)) return refused(src, place, 'only files beside the guide are read')
  const located = await locate(src, where.folder, where.root, where.world)
  if ('missing' in located)
    return { state: 'missing', findings: [finding('picture-missing', { src: shortSource(src) }, place)] }
  if ('outside' in located) return refused(src, place, `it lies outside of the folder "${located.outside}"`)
  const read = await where.world.readFile(located.found, LARGEST_PICTURE).catch((error: Error) => error)
  if (read instanceof Error) return refused(src, place, diskReason(read))
  if ('refused' in read) {
    if (read.refused === 'changing') return refused(src, place, 'it changes while it is read')
    if (read.refused === 'not-a-file') return refused(src, place, 'it is not an ordinary file')
    return tooLarge(
      src,
      place,
      `it has ${megabytes(read.size)} MB; at most ${megabytes(LARGEST_PICTURE)} MB are read`,
    )
  }
  const found = await assetOf(src, place, basename(located.found), read.bytes)
  if (!('asset' in found) || located.nameOnDisk === undefined) return found
  const otherCase = finding('picture-case', { src: shortSource(src), name: located.nameOnDisk }, place)
  return { ...found, findings: [...found.findings, otherCase] }
}

function isRemote(src: string): boolean {
  return /^(https?:)?\/\//i.test(src)
}

async function remote(src: string, place: Place, fetched: FetchedPicture | undefined): Promise<Found> {
  const shown = shortSource(src)
  if (!fetched) return { state: 'remote', findings: [finding('picture-remote', { src: shown }, place)] }
  if ('bytes' in fetched) return assetOf(src, place, pictureName(src), fetched.bytes)
  const { reason } = fetched
  return { state: 'remote', findings: [finding('picture-not-fetched', { src: shown, reason }, place)] }
}

async function assetOf(src: string, place: Place, name: string, bytes: Uint8Array): Promise<Found> {
  const read = await readPicture(bytes)
  const shown = shortSource(src)
  if ('kind' in read) {
    const removed = read.removed.join(', ')
    return {
      asset: asset(name, read),
      pixels: read.pixels,
      findings: removed ? [finding('svg-cleaned', { src: shown, removed }, place)] : [],
    }
  }
  if (read.fault === 'broken') {
    const { reason } = read
    return { state: 'refused', findings: [finding('picture-broken', { src: shown, reason }, place)] }
  }
  return read.fault === 'refused' ? refused(src, place, read.reason) : tooLarge(src, place, read.reason)
}

function asset(name: string, { kind, bytes, width, height }: ReadPicture): Asset {
  return {
    state: 'read',
    name: safeName(name, EXTENSIONS[kind]),
    mediaType: MEDIA_TYPES[kind],
    bytes,
    ...(width && height ? { width, height } : {}),
  }
}

function refused(src: string, place: Place, reason: string): Found {
  return {
    state: 'refused',
    findings: [finding('picture-refused', { src: shortSource(src), reason }, place)],
  }
}

function tooLarge(src: string, place: Place, reason: string): Found {
  return {
    state: 'refused',
    findings: [finding('picture-too-large', { src: shortSource(src), reason }, place)],
  }
}

const tooMany = `a guide may hold ${MOST_PICTURES} pictures`

/** Takes what a picture needs of the guide's room; tells what is used up, and then takes nothing. */
function takeRoom(size: number, pixels: number, room: { bytes: number; pixels: number }) {
  if (size > room.bytes) return `all pictures of a guide together may have ${megabytes(LARGEST_SUM)} MB`
  if (pixels > room.pixels)
    return `all pictures of a guide together may have ${MOST_PIXELS_IN_ALL / 1e6} million pixels`
  room.bytes -= size
  room.pixels -= pixels
  return undefined
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}

/** A picture that stands in its own address. */
async function embedded(src: string, place: Place): Promise<Found> {
  const bytes = embeddedBytes(src)
  if (!bytes) return refused(src, place, 'only pictures may be embedded')
  return assetOf(src, place, createHash('sha256').update(bytes).digest('hex').slice(0, 12), bytes)
}

/** A diagram's picture, cleaned as any other. */
async function drawnAsset(src: string, place: Place, { svg, widthOnPaper }: DrawnDiagram): Promise<Found> {
  const name = `mermaid-${src.slice(DIAGRAM.length)}`
  const found = await assetOf(src, place, name, new Uint8Array(Buffer.from(svg)))
  if (!('asset' in found) || found.asset.width === undefined) return found
  return { ...found, asset: { ...found.asset, widthOnPaper: widthOnPaper(found.asset.width) } }
}

/** A file name that needs no escaping in Markdown, HTML or a path, its extension that of the bytes. */
function safeName(name: string, extension: string): string {
  const stem = basename(name, extname(name))
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 100)
  return `${stem || 'picture'}${extension}`
}

function uniqueName(name: string, taken: Set<string>): string {
  const extension = extname(name)
  const stem = basename(name, extension)
  let unique = name
  for (let index = 2; taken.has(unique.toLowerCase()); index++) unique = `${stem}-${index}${extension}`
  taken.add(unique.toLowerCase())
  return unique
}
