import { ENDS_EARLY, nameAt, viewOf, type Still } from './still.js'

interface Box {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Checks an AVIF's boxes; of a sequence it hides the film, so that the still picture is shown. */
export function stillAvif(bytes: Uint8Array): Still {
  const boxes = boxesOf(bytes)
  if (!boxes || !boxes.some(({ name }) => name === 'mdat')) return ENDS_EARLY
  if (!boxes.some(({ name }) => name === 'meta')) return { broken: 'it is a film without a still picture' }
  const film = boxes.find(({ name }) => name === 'moov')
  if (!film) return { bytes }
  // Places in the file stay as they are: the film becomes room that readers pass over.
  const still = Buffer.from(bytes)
  still.write('free', film.start + 4, 'latin1')
  const brands = boxes[0] as Box
  for (let at = brands.start + 8; at < brands.end; at += 4) {
    if (nameAt(bytes, at) === 'avis') still.write('avif', at, 'latin1')
  }
  return { bytes: new Uint8Array(still) }
}

/** Whether the picture is shown turned by a quarter, which swaps its sides. */
export function isTurnedAvif(bytes: Uint8Array): boolean {
  const meta = boxesOf(bytes)?.find(({ name }) => name === 'meta')
  if (!meta) return false
  const properties = Buffer.from(bytes.subarray(meta.start, meta.end))
  const turn = properties.indexOf('irot', 0, 'latin1')
  return turn > 0 && ((properties[turn + 4] ?? 0) & 1) === 1
}

/** @returns undefined where a box reaches past the end */
function boxesOf(bytes: Uint8Array): readonly Box[] | undefined {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at)
    const long = size === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : size
    const end = size === 0 ? bytes.length : at + long
    if (long !== 0 && long < 8) return undefined
    if (end > bytes.length) return undefined
    boxes.push({ name: nameAt(bytes, at + 4), start: at, end })
    at = end
  }
  return boxes
}
