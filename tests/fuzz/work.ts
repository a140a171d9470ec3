import { Session } from 'node:inspector/promises'

const session = new Session()
let isCounting = false

/**
 * Counts the work of some code by function: how often each was called and each of its branches and loops was gone
 * through, as V8 counts them. The same code with the same data always comes to the same, on every machine. What is
 * inside V8 itself (a search in a string, a copy of an array) counts as one step.
 */
export async function countsOf(run: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  await counting()
  await run()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const counts = new Map<string, number>()
  for (const { url, functions } of result) {
    if (!url.startsWith('file:') && !url.startsWith('/')) continue
    for (const { functionName, ranges } of functions) {
      const name = `${functionName} ${url}:${ranges[0]?.startOffset}`
      const steps = ranges.reduce((sum, { count }) => sum + count, 0)
      counts.set(name, (counts.get(name) ?? 0) + steps)
    }
  }
  return counts
}

/** Begins anew. What is loaded before the first count is counted by its functions alone, without their loops. */
export async function counting(): Promise<void> {
  if (!isCounting) {
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    isCounting = true
  }
  await session.post('Profiler.takePreciseCoverage')
}
