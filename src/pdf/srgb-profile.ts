/** Colours of sRGB (IEC 61966-2-1) as seen under D50, adapted by Bradford's matrix. */
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const
const WHITE = [0.9642, 1, 0.82491] as const
const ADAPTATION = [
  1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
] as const
/** Y = (aX + b)^g from d on, else cX: g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const
const HEADER_BYTES = 128

/**
 * An ICC profile (version 4.2) of sRGB, in some 600 bytes: what the colours of a printed page mean. Written from the
 * standard's numbers.
 */
export function srgbProfile(): Buffer {
  const curve = Buffer.concat([Buffer.from('para\0\0\0\0\0\x03\0\0', 'latin1'), fixed(CURVE)])
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', point(WHITE)],
    ['chad', Buffer.concat([Buffer.from('sf32\0\0\0\0', 'latin1'), fixed(ADAPTATION)])],
    ...Object.entries(PRIMARIES).map(([name, xyz]) => [name, point(xyz)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const data: Buffer[] = []
  const placed = new Map<Buffer, number>()
  let at = HEADER_BYTES + 4 + tags.length * 12
  const rows = tags.map(([name, bytes]) => {
    const known = placed.get(bytes)
    if (known === undefined) {
      placed.set(bytes, at)
      data.push(bytes)
    }
    const row = Buffer.concat([Buffer.from(name, 'latin1'), words(known ?? at, bytes.length)])
    if (known === undefined) at += bytes.length
    return row
  })
  return Buffer.concat([header(at), words(tags.length), ...rows, ...data])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // The date of the standard that the numbers are from.
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + index * 2)
  bytes.write('acsp', 36, 'latin1')
  fixed(WHITE).copy(bytes, 68)
  return bytes
}

/** A text in one language, filled up to whole words. */
function text(value: string): Buffer {
  const letters = Buffer.from(value, 'utf16le').swap16()
  const head = Buffer.concat([
    Buffer.from('mluc\0\0\0\0', 'latin1'),
    words(1, 12),
    Buffer.from('enUS'),
    words(letters.length, 28),
  ])
  return Buffer.concat([head, letters, Buffer.alloc((4 - (letters.length % 4)) % 4)])
}

function point(xyz: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(xyz)])
}

/** Numbers in sixteen bits before the point and sixteen after it. */
function fixed(values: readonly number[]): Buffer {
  return words(...values.map((value) => Math.round(value * 65536) >>> 0))
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}
