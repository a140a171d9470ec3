/** An affine map, as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that does `inner` first, then `outer`. */
export function concatenate(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** Six numbers as a map; the identity where they are none. */
export function matrixOf(values: readonly unknown[]): Matrix {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 6 ? (numbers as unknown as Matrix) : identity
}
