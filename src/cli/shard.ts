/** One machine's part of the guides: the index counts from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Reads "1/4"; undefined where it is no part of a whole. */
export function readShard(text: string): Shard | undefined {
  const match = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text.trim())
  if (!match) return undefined
  const [index, count] = [Number(match[1]), Number(match[2])]
  return index <= count ? { index, count } : undefined
}

/**
 * The guides of one shard: dealt out in turn by their names, so that each guide is in exactly one shard on every
 * machine, and no shard has two more than another.
 */
export function shardOf<Item>(
  items: readonly Item[],
  { index, count }: Shard,
  nameOf: (item: Item) => string,
): readonly Item[] {
  // By code unit, not by a locale: machines differ in those.
  return items
    .map((item) => ({ item, name: nameOf(item) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .filter((_, position) => position % count === index - 1)
    .map(({ item }) => item)
}
