import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { asFault, isDiskFull } from '../disk/index.js'
import { EnvironmentFault } from '../finding/index.js'
import { guideName } from '../guide/index.js'
import { buildGuide } from './build.js'
import { conditionsOf } from './conditions.js'
import { createEngines, type Engines } from './engines.js'
import { createGate } from './gate.js'
import type { BuildOptions, BuildResult, RunOptions } from './options.js'
import { pool } from './pool.js'
import { failedReport, writeReport } from './report-file.js'
import type { Report } from './report.js'
import { shown } from './shown.js'
import { mend } from './swap.js'
import { createTally } from './tally.js'
import { buildTwice } from './twice.js'
import { hasLastReport, isUnchanged, unchangedResult } from './unchanged.js'

/** Node plans and checks one guide while the browser prints the other; a third would only take memory. */
const MOST_AT_ONCE = 2

export interface RunSteps {
  readonly build: typeof buildGuide
  readonly engines: typeof createEngines
  readonly isUnchanged: typeof isUnchanged
}

const STEPS: RunSteps = { build: buildGuide, engines: createEngines, isUnchanged }

/**
 * Builds guides with one browser, two at a time; those that have not changed are passed over. A guide that fails, for
 * whatever reason, does not keep the others from being built; only what would meet them all (no browser, a full disk)
 * ends the run early.
 * @throws EnvironmentFault where the output folder or the report cannot be written; the signal's reason when interrupted
 */
export async function buildGuides(
  files: readonly string[],
  { report, isForced, onProgress, onRequest, onGuide, ...options }: RunOptions,
  steps: RunSteps = STEPS,
): Promise<void> {
  const { out, signal } = options
  const lanes = Math.min(MOST_AT_ONCE, availableParallelism())
  const conditions = quietly(conditionsOf(options))
  const tally = createTally(files.length, lanes, onProgress)
  const engines = steps.engines({ signal, onProgress: tally.step, onRequest })
  const gate = createGate()
  const reports: Report[] = []
  let isOver = false
  try {
    // Browser and Marp start while Markdown is being read, but not for nothing.
    if (files.length > 0 && (isForced || (await areAllNew(files, out)))) engines.start()
    await mend(out)
    const unchanged = isForced ? new Set<string>() : await thoseUnchanged(files, { out, conditions }, steps)
    if (unchanged.size < files.length) engines.start()
    await tally.expect(files.filter((file) => !unchanged.has(file)))
    await pool(files, {
      lanes,
      goesOn: () => !isOver,
      async work(file): Promise<BuildResult> {
        const start = performance.now()
        const last = unchanged.has(file) ? await unchangedResult(file, out) : undefined
        const build = () => steps.build(file, engines, { ...options, conditions, onStep: tally.step })
        const onLost = (reason: string) => tally.step(`${shown(file)}: ${reason}; once more in a fresh one`)
        const result = last ?? (await orFailed(file, options, () => buildTwice(gate, build, onLost)))
        isOver ||= meetsAll(result.error, engines)
        const seconds = (performance.now() - start) / 1000
        tally.done(file, seconds, result.state === 'built')
        return { ...result, seconds }
      },
      onResult(result) {
        if (report) reports.push(result.report)
        onGuide(result)
      },
    })
  } finally {
    await engines.close()
    const [first] = reports
    if (report?.isList) await writeReport(report.path, reports)
    else if (report && first) await writeReport(report.path, first)
  }
}

/** Asked of all before any is built: what is left then says how long it takes. */
async function thoseUnchanged(
  files: readonly string[],
  run: Parameters<typeof isUnchanged>[1],
  steps: RunSteps,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const isSame = async (file: string) => ((await steps.isUnchanged(file, run)) ? file : undefined)
  await pool(files, { lanes: 4, work: isSame, onResult: (file) => void (file && found.add(file)) })
  return found
}

async function areAllNew(files: readonly string[], out: string): Promise<boolean> {
  const has = await Promise.all(files.map((file) => hasLastReport(file, out)))
  return !has.includes(true)
}

/** Awaited only where a guide comes to need it; its failure is heard there. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** A guide that ends with a fault of the machine, or with a bug of ours, has failed; the others go on. */
async function orFailed(
  file: string,
  { out, version, signal }: BuildOptions,
  build: () => Promise<Omit<BuildResult, 'seconds'>>,
): Promise<Omit<BuildResult, 'seconds'>> {
  try {
    return await build()
  } catch (thrown) {
    signal.throwIfAborted()
    const error = asFault(thrown)
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
