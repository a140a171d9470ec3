/**
 * The longest run of `wanted` that stands in `found` in the same order, others between them.
 * Gives for each wanted index its index in `found`, or -1.
 */
export function align(wanted: readonly string[], found: readonly string[]): readonly number[] {
  return alignInOrder(wanted, found) ?? alignLongest(wanted, found)
}

/** The common case: nothing is missing. */
function alignInOrder(wanted: readonly string[], found: readonly string[]): readonly number[] | undefined {
  const places: number[] = []
  let at = 0
  for (const key of wanted) {
    const place = found.indexOf(key, at)
    if (place < 0) return undefined
    places.push(place)
    at = place + 1
  }
  return places
}

function alignLongest(wanted: readonly string[], found: readonly string[]): readonly number[] {
  const width = found.length + 1
  /** Length of the longest common run of the tails that begin at i and j. */
  const tails = new Uint16Array((wanted.length + 1) * width)
  const tail = (i: number, j: number): number => tails[i * width + j] ?? 0
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--)
      tails[i * width + j] =
        wanted[i] === found[j] ? tail(i + 1, j + 1) + 1 : Math.max(tail(i + 1, j), tail(i, j + 1))

  const places = wanted.map(() => -1)
  let [i, j] = [0, 0]
  while (i < wanted.length && j < found.length) {
    if (wanted[i] === found[j]) places[i++] = j++
    else if (tail(i, j + 1) >= tail(i + 1, j)) j++
    else i++
  }
  return places
}
