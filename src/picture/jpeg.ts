import { ENDS_EARLY, viewOf, type Still } from './still.js'

const START_OF_SCAN = 0xda
/** Baseline, extended and progressive: the frames that browsers draw. */
const DRAWN = new Set([0xc0, 0xc1, 0xc2])
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc])

/** Checks that a JPEG has a frame that browsers draw, and reaches its end. */
export function stillJpeg(bytes: Uint8Array): Still {
  const view = viewOf(bytes)
  let hasFrame = false
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return { broken: 'its data are damaged' }
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker)) {
      if (!DRAWN.has(marker)) return { broken: 'it is a kind of JPEG that browsers cannot draw' }
      hasFrame = true
    }
    if (marker === START_OF_SCAN) {
      if (!hasFrame) return { broken: 'its data are damaged' }
      const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(
        '\xff\xd9',
        undefined,
        'latin1',
      )
      return end > at ? { bytes } : ENDS_EARLY
    }
    at += 2 + view.getUint16(at + 2)
  }
  return ENDS_EARLY
}
