import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// As --no-opt does, which old versions of Node know alone: an optimised function is not counted exactly.
setFlagsFromString('--no-maglev')
const session = new Session()
session.connect()
await session.post('Profiler.enable')
// Before anything else is compiled to run: what runs already is counted by its calls alone, without its loops.
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/**
 * Counts the work of some code by function: how often each was called and each of its branches and loops was gone
 * through, as V8 counts them. The same code with the same data comes to the same, however busy the machine is. What is
 * inside V8 itself (a search in a string, a copy of an array) counts as one step.
 */
export async function countsOf(run: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
  await session.post('Profiler.takePreciseCoverage')
  await run()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const counts = new Map<string, number>()
  for (const { url, functions } of result) {
    if (!url.startsWith('file:')) continue
    for (const { functionName, ranges } of functions) {
      const name = `${functionName} ${moduleAt(url, ranges[0]?.startOffset ?? 0)}`
      const steps = ranges.reduce((sum, { count }) => sum + count, 0)
      counts.set(name, (counts.get(name) ?? 0) + steps)
    }
  }
  return counts
}

/** The module that a place of a bundle is from: esbuild names each in a comment before it. */
function moduleAt(url: string, offset: number): string {
  const modules = (known[url] ??= modulesOf(url))
  return modules.findLast(({ at }) => at <= offset)?.name ?? url
}

const known: Record<string, readonly { readonly name: string; readonly at: number }[]> = {}

function modulesOf(url: string): readonly { readonly name: string; readonly at: number }[] {
  const text = readFileSync(fileURLToPath(url), 'utf8')
  return [...text.matchAll(/^\/\/ ([\w@./-]+\.[cm]?[jt]s)$/gm)].map(({ 1: name = '', index }) => ({
    name,
    at: index,
  }))
}
