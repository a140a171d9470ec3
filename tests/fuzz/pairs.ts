/** How many pairs of numbers below n there are, found by going through them all. */
export function pairs(n: number): number {
  let found = 0
  for (let one = 0; one < n; one++) for (let two = one; two < n; two++) found++
  return found
}
