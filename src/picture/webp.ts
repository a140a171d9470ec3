import { ENDS_EARLY, joined, nameAt, viewOf, type Still } from './still.js'

interface Chunk {
  readonly name: string
  /** With its header and padding. */
  readonly whole: Uint8Array
  readonly data: Uint8Array
}

const PIXELS = new Set(['VP8 ', 'VP8L'])
const HAS_ALPHA = 0x10
const IS_ANIMATED = 0x02

/** Checks a WebP's chunks; of an animation it makes a file of the first frame. */
export function stillWebp(bytes: Uint8Array): Still {
  const end = 8 + viewOf(bytes).getUint32(4, true)
  if (end > bytes.length) return ENDS_EARLY
  const chunks = chunksOf(bytes.subarray(12, end))
  if (!chunks) return ENDS_EARLY
  const [first] = chunks
  const isAnimated = first?.name === 'VP8X' && ((first.data[0] ?? 0) & IS_ANIMATED) !== 0
  if (!isAnimated)
    return chunks.some(({ name }) => PIXELS.has(name)) ? { bytes } : { broken: 'it holds no pixels' }
  const frame = chunks.find(({ name }) => name === 'ANMF')
  return frame ? fileOf(frame.data) : { broken: 'it holds no pixels' }
}

/** @returns undefined where a chunk reaches past the end */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    if (at + 8 + size > bytes.length) return undefined
    const end = at + 8 + size + (size % 2)
    chunks.push({
      name: nameAt(bytes, at),
      whole: bytes.subarray(at, end),
      data: bytes.subarray(at + 8, at + 8 + size),
    })
    at = end
  }
  return chunks
}

/** A frame (place, size, duration, flags, then chunks) as a file of its own. */
function fileOf(frame: Uint8Array): Still {
  const inner = chunksOf(frame.subarray(16))
  const pixels = inner?.find(({ name }) => PIXELS.has(name))
  if (!inner || !pixels) return ENDS_EARLY
  const alpha = inner.find(({ name }) => name === 'ALPH')
  const extended = Buffer.alloc(18)
  extended.write('VP8X', 0, 'latin1')
  extended.writeUInt32LE(10, 4)
  extended[8] = alpha || pixels.name === 'VP8L' ? HAS_ALPHA : 0
  extended.set(frame.subarray(6, 12), 12)
  const body = joined([extended, ...(alpha ? [alpha.whole] : []), pixels.whole])
  const head = Buffer.alloc(12)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  head.write('WEBP', 8, 'latin1')
  return { bytes: joined([head, body]) }
}
