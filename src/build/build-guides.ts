import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isDiskFull } from '../disk/index.js'
import { EnvironmentFault } from '../finding/index.js'
import { guideName } from '../guide/index.js'
import { buildGuide } from './build.js'
import { createEngines, type Engines } from './engines.js'
import type { BuildResult, RunOptions } from './options.js'
import { pool } from './pool.js'
import { failedReport, writeReport } from './report-file.js'
import type { Report } from './report.js'
import { shown } from './shown.js'
import { mend } from './swap.js'
import { createTally } from './tally.js'

/** Node plans and checks one guide while the browser prints the other; a third would only take memory. */
const MOST_AT_ONCE = 2

export interface RunSteps {
  readonly build: typeof buildGuide
  readonly engines: typeof createEngines
}

/**
 * Builds guides with one browser, two at a time. A guide that fails, for whatever reason, does not keep the others
 * from being built; only what would meet them all (no browser, a full disk) ends the run early.
 * @throws EnvironmentFault where the output folder or the report cannot be written; the signal's reason when interrupted
 */
export async function buildGuides(
  files: readonly string[],
  options: RunOptions,
  steps: RunSteps = { build: buildGuide, engines: createEngines },
): Promise<void> {
  const { signal, report } = options
  const lanes = Math.min(MOST_AT_ONCE, availableParallelism())
  const tally = createTally(await sizesOf(files), lanes, options.onProgress)
  const engines = steps.engines({ signal, onProgress: tally.step })
  const reports: Report[] = []
  let isOver = false
  const work = async (file: string): Promise<BuildResult> => {
    const start = performance.now()
    const done = await orFailed(file, options, () =>
      steps.build(file, engines, { ...options, onStep: tally.step }),
    )
    isOver ||= meetsAll(done.error, engines)
    const seconds = (performance.now() - start) / 1000
    tally.done(file, seconds, done.state === 'built')
    return { ...done, seconds }
  }
  try {
    if (files.length > 0) void engines.browser()
    await mend(options.out)
    await pool(files, {
      lanes,
      work,
      goesOn: () => !isOver,
      onResult(result) {
        if (report) reports.push(result.report)
        options.onGuide(result)
      },
    })
  } finally {
    await engines.close()
    const [first] = reports
    if (report && (first || report.isList))
      await writeReport(report.path, report.isList || !first ? reports : first)
  }
}

/** A guide that ends with a fault of the machine, or with a bug of ours, has failed; the others go on. */
async function orFailed(
  file: string,
  { out, version, signal }: RunOptions,
  build: () => Promise<Omit<BuildResult, 'seconds'>>,
): Promise<Omit<BuildResult, 'seconds'>> {
  try {
    return await build()
  } catch (error) {
    signal.throwIfAborted()
    const reported = error instanceof EnvironmentFault ? [error.finding] : []
    return {
      file: shown(file),
      folder: join(out, guideName(file)),
      state: 'failed',
      findings: [],
      silenced: [],
      source: '',
      outputs: [],
      report: failedReport({ file: shown(file), hash: '' }, reported, version),
      error,
    }
  }
}

/** Whether no other guide would fare better. */
function meetsAll(error: unknown, engines: Engines): boolean {
  return error instanceof EnvironmentFault && (engines.isWithoutBrowser() || isDiskFull(error))
}

/** Bytes of each guide's source; of one that cannot be read, none. */
async function sizesOf(files: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const size = async (file: string): Promise<readonly [string, number]> => [
    file,
    await stat(file).then(
      (entry) => entry.size,
      () => 0,
    ),
  ]
  return new Map(await Promise.all(files.map(size)))
}
