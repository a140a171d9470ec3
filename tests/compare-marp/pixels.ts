import { spawnSync } from 'node:child_process'

/** One page as pixels, three bytes each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A channel may differ by so much: two renderings of one line round alike but for the last bits. */
const TOLERANCE = 8

/** Every page of a PDF as pixels, by poppler's `pdftoppm`. @param dpi 96 gives a CSS px a pixel */
export function picturesOf(pdf: string, dpi = 96): readonly Picture[] {
  const { stdout, status, error } = spawnSync('pdftoppm', ['-r', String(dpi), pdf], {
    maxBuffer: 4_000_000_000,
  })
  if (error) throw new Error('pdftoppm (of poppler-utils) is needed to compare pictures.')
  if (status !== 0) throw new Error(`pdftoppm failed for ${pdf}.`)
  const pictures: Picture[] = []
  for (let at = 0; at < stdout.length;) {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(at, at + 40).toString('latin1'))
    if (!head) throw new Error('pdftoppm gave something else than pictures.')
    const [width, height] = [Number(head[1]), Number(head[2])]
    const start = at + head[0].length
    at = start + width * height * 3
    pictures.push({ width, height, pixels: stdout.subarray(start, at) })
  }
  return pictures
}

/** The share of pixels that differ, from 0 to 1; 1 where the sizes do. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let differing = 0
  for (let at = 0; at < one.pixels.length; at += 3) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((one.pixels[at + channel] ?? 0) - (other.pixels[at + channel] ?? 0)) > TOLERANCE,
    )
    if (differs) differing++
  }
  return differing / (one.width * one.height)
}
