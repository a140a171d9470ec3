import { ENDS_EARLY, joined, type Still } from './still.js'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b

/** A GIF cut after its first image, so that nothing moves on a slide. */
export function stillGif(bytes: Uint8Array): Still {
  let at = 13 + colourTable(bytes[10])
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === EXTENSION) at = afterSubBlocks(bytes, at + 2)
    else if (block === IMAGE) {
      const data = at + 10 + colourTable(bytes[at + 9]) + 1
      const end = afterSubBlocks(bytes, data)
      if (end > bytes.length) return ENDS_EARLY
      return { bytes: joined([bytes.subarray(0, end), Uint8Array.of(TRAILER)]) }
    } else return { broken: block === TRAILER ? 'it holds no pixels' : 'its data are damaged' }
  }
  return ENDS_EARLY
}

/** Bytes of the colour table that a packed field announces. */
function colourTable(packed = 0): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 0x07) + 1) : 0
}

/** Where a chain of sub-blocks ends; past the file's end where it does not. */
function afterSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const size = bytes[at] as number
    at += 1 + size
    if (size === 0) return at
  }
  return bytes.length + 1
}
