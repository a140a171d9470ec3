import { isUtf8 } from 'node:buffer'
import { imageSize } from 'image-size'
import { isTurnedAvif, stillAvif } from './avif.js'
import { stillGif } from './gif.js'
import { stillJpeg } from './jpeg.js'
import { MEDIA_TYPES, kindOf, whatElse, type PictureKind } from './kind.js'
import { MOST_PIXELS } from './limits.js'
import { stillPng } from './png.js'
import type { Still } from './still.js'
import { stillWebp } from './webp.js'

export interface ReadPicture {
  readonly kind: PictureKind
  /** The first frame alone; an SVG with what is safe to show. */
  readonly bytes: Uint8Array
  /** CSS px, as shown: a photograph taken upright is higher than wide. Absent where the file does not say. */
  readonly width?: number
  readonly height?: number
  /** How many there are to unpack. */
  readonly pixels: number
  /** What was taken out of an SVG, by name. */
  readonly removed: readonly string[]
}

/** Why a file is not shown. */
export interface Unreadable {
  readonly fault: 'refused' | 'broken' | 'too-large'
  readonly reason: string
}

/** Reads a picture's bytes: which kind it is, whether it is whole, how large it is, and what may stay of it. */
export async function readPicture(bytes: Uint8Array): Promise<ReadPicture | Unreadable> {
  const kind = kindOf(bytes)
  if (!kind) return { fault: bytes.length === 0 ? 'broken' : 'refused', reason: whatElse(bytes) }
  return kind === 'svg' ? readSvg(bytes) : readRaster(kind, bytes)
}

function readRaster(kind: RasterKind, bytes: Uint8Array): ReadPicture | Unreadable {
  const still = STILL[kind](bytes)
  if ('broken' in still) return { fault: 'broken', reason: still.broken }
  const size = sizeOf(kind, still.bytes)
  if (!size) return { fault: 'broken', reason: 'it does not say how large it is' }
  const pixels = size.width * size.height
  if (pixels > MOST_PIXELS) {
    const reason = `it has ${size.width} × ${size.height} pixels; at most ${MOST_PIXELS / 1e6} million are read`
    return { fault: 'too-large', reason }
  }
  return { kind, bytes: still.bytes, ...size, pixels, removed: [] }
}

async function readSvg(bytes: Uint8Array): Promise<ReadPicture | Unreadable> {
  if (!isUtf8(bytes)) return { fault: 'refused', reason: 'it is not written in UTF-8' }
  const { cleanSvg } = await import('./svg/index.js')
  let pixels = 0
  const clean = cleanSvg(new TextDecoder().decode(bytes), (uri) => {
    const inner = embeddedBytes(uri)
    const kind = inner && kindOf(inner)
    const read = inner && kind && kind !== 'svg' ? readRaster(kind, inner) : undefined
    if (!read || 'fault' in read) return undefined
    pixels += read.pixels
    return `data:${MEDIA_TYPES[read.kind]};base64,${Buffer.from(read.bytes).toString('base64')}`
  })
  if ('fault' in clean) return clean
  const { text, removed, size } = clean
  return { kind: 'svg', bytes: new Uint8Array(Buffer.from(text)), ...size, pixels, removed }
}

/** The bytes of a picture that stands in its own address; undefined where it is no picture. */
export function embeddedBytes(uri: string): Uint8Array | undefined {
  const match = /^data:image\/[a-z+.-]+((?:;[\w-]+(?:=[\w-]+)?)*),/i.exec(uri)
  if (!match) return undefined
  const body = unescaped(uri.slice(match[0].length))
  return new Uint8Array(/;base64$/i.test(match[1] ?? '') ? Buffer.from(body, 'base64') : Buffer.from(body))
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type RasterKind = Exclude<PictureKind, 'svg'>

const STILL: Readonly<Record<RasterKind, (bytes: Uint8Array) => Still>> = {
  png: stillPng,
  jpeg: stillJpeg,
  gif: stillGif,
  webp: stillWebp,
  avif: stillAvif,
}

function sizeOf(kind: RasterKind, bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (!(width > 0 && height > 0)) return undefined
    // Orientations 5 to 8 of EXIF lie on their side.
    const isTurned =
      kind === 'avif' ? isTurnedAvif(bytes) : kind === 'jpeg' && orientation >= 5 && orientation <= 8
    return isTurned ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}
