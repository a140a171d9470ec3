/** How often each text stands in a list. */
export function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) add(counts, key, 1)
  return counts
}

/** Counts on, or back. */
export function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
