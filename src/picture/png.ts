import { crc32 } from 'node:zlib'
import { ENDS_EARLY, joined, nameAt, viewOf, type Still } from './still.js'

/** Chunks of an animation; without them every reader shows the picture that comes first. */
const ANIMATION = new Set(['acTL', 'fcTL', 'fdAT'])

/** Checks a PNG's chunks to its end and leaves out those of an animation. */
export function stillPng(bytes: Uint8Array): Still {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let isAnimated = false
  let hasPixels = false
  let at = 8
  while (at + 12 <= bytes.length) {
    const name = nameAt(bytes, at + 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return ENDS_EARLY
    // Browsers stop at a damaged chunk that they need, and draw nothing from there on.
    const isNeeded = /^[A-Z]/.test(name)
    if (isNeeded && crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return { broken: 'its data are damaged' }
    hasPixels ||= name === 'IDAT'
    if (ANIMATION.has(name)) isAnimated = true
    else kept.push(bytes.subarray(at, end))
    if (name === 'IEND') {
      if (!hasPixels) return { broken: 'it holds no pixels' }
      return { bytes: isAnimated ? joined(kept) : bytes }
    }
    at = end
  }
  return ENDS_EARLY
}
