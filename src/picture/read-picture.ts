import { imageSize } from 'image-size'
import { isTurnedAvif, stillAvif } from './avif.js'
import { stillGif } from './gif.js'
import { stillJpeg } from './jpeg.js'
import { kindOf, whatElse, type PictureKind } from './kind.js'
import { MOST_PIXELS } from './limits.js'
import { stillPng } from './png.js'
import type { Still } from './still.js'
import { stillWebp } from './webp.js'

export interface ReadPicture {
  readonly kind: PictureKind
  /** The first frame alone. */
  readonly bytes: Uint8Array
  /** CSS px, as shown: a photograph taken upright is higher than wide. Absent where the file does not say. */
  readonly width?: number
  readonly height?: number
}

/** Why a file is not shown. */
export interface Unreadable {
  readonly fault: 'refused' | 'broken' | 'too-large'
  readonly reason: string
}

/** Reads a picture's bytes: which kind it is, whether it is whole, how large it is. */
export function readPicture(bytes: Uint8Array): ReadPicture | Unreadable {
  const kind = kindOf(bytes)
  if (!kind) return { fault: bytes.length === 0 ? 'broken' : 'refused', reason: whatElse(bytes) }
  const still = STILL[kind](bytes)
  if ('broken' in still) return { fault: 'broken', reason: still.broken }
  const size = sizeOf(kind, still.bytes)
  if (kind === 'svg') return { kind, bytes: still.bytes, ...size }
  if (!size) return { fault: 'broken', reason: 'it does not say how large it is' }
  if (size.width * size.height > MOST_PIXELS) {
    const reason = `it has ${size.width} × ${size.height} pixels; at most ${MOST_PIXELS / 1e6} million are read`
    return { fault: 'too-large', reason }
  }
  return { kind, bytes: still.bytes, ...size }
}

const STILL: Readonly<Record<PictureKind, (bytes: Uint8Array) => Still>> = {
  png: stillPng,
  jpeg: stillJpeg,
  gif: stillGif,
  webp: stillWebp,
  avif: stillAvif,
  svg: (bytes) => ({ bytes }),
}

function sizeOf(kind: PictureKind, bytes: Uint8Array): { width: number; height: number } | undefined {
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
