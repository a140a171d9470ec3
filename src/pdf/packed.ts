import type { PdfDictionary } from './syntax.js'
import type { PackedPlace } from './tables.js'

interface UnpackedStream {
  readonly entries: PdfDictionary
  /** A byte a character. */
  readonly bytes: string
}

/** Gives what is written for an object that stands with others in a stream; undefined where it stands in none. */
export function packedObjects(
  places: ReadonlyMap<number, PackedPlace>,
  open: (stream: number) => UnpackedStream,
): (object: number) => string | undefined {
  const streams = new Map<number, readonly string[]>()

  function textsOf(stream: number): readonly string[] {
    const known = streams.get(stream)
    if (known) return known
    const { entries, bytes } = open(stream)
    const first = Number(entries.get('First'))
    // Pairs of an object's number and where it begins, counted from the first object.
    const heads = bytes.slice(0, first).trim().split(/\s+/).map(Number)
    const starts = heads.filter((_, index) => index % 2 === 1)
    const texts = starts.map((start, index) =>
      bytes.slice(first + start, first + (starts[index + 1] ?? bytes.length)).trim(),
    )
    streams.set(stream, texts)
    return texts
  }

  return (object) => {
    const place = places.get(object)
    return place && textsOf(place.stream)[place.index]
  }
}
