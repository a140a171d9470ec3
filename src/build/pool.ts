export interface PoolOptions<Item, Result> {
  /** How many items are worked on at once, at most. */
  readonly lanes: number
  readonly work: (item: Item) => Promise<Result>
  /** Hears each result in the order of the items, whichever was done first. */
  readonly onResult: (result: Result) => void
  /** Asked before each item; once it says no, none is begun any more. */
  readonly goesOn?: () => boolean
}

/**
 * Works on items, some at once. Results are handed on and then forgotten: memory does not grow with their number.
 * @throws what the first failing work throws; then no further item is begun, and what was begun is awaited
 */
export async function pool<Item, Result>(
  items: readonly Item[],
  { lanes, work, onResult, goesOn = () => true }: PoolOptions<Item, Result>,
): Promise<void> {
  const waiting = new Map<number, Result>()
  let next = 0
  let told = 0
  let failure: { readonly error: unknown } | undefined

  const tell = (): void => {
    while (waiting.has(told)) {
      const result = waiting.get(told) as Result
      waiting.delete(told++)
      onResult(result)
    }
  }
  const lane = async (): Promise<void> => {
    while (!failure && next < items.length && goesOn()) {
      const index = next++
      try {
        waiting.set(index, await work(items[index] as Item))
        tell()
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
  if (failure) throw failure.error
}
