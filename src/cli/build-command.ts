import { buildGuides, type BuildResult } from '../build/index.js'
import { EnvironmentFault, isAboutMachine, type Finding } from '../finding/index.js'
import { guideName } from '../guide/index.js'
import type { BuildArguments } from './arguments.js'
import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'
import { faultOfPaths, findGuides } from './guides.js'
import { listenForInterrupts } from './interrupt.js'
import { createMilestones } from './milestones.js'
import { createProgress, type Progress } from './progress.js'
import { shardOf } from './shard.js'
import { createTeller, type Teller } from './teller.js'
import { usage } from './usage.js'
import { visible } from './visible.js'

/** `deckhand build`. @returns the exit code, the worst of all guides */
export async function buildCommand(options: BuildArguments, version: string): Promise<number> {
  const found = await findGuides(options.guides)
  if ('fault' in found) return usage(found.fault)
  const wrongPath = await faultOfPaths(found.files, options)
  if (wrongPath) return usage(wrongPath)
  if (options.kit && found.files.length > 1)
    return usage(`"${options.guides[0]}" holds several guides; a kit is for one.`)
  const files = options.shard ? shardOf(found.files, options.shard, guideName) : found.files
  const run = { total: files.length, isMany: found.files.length > 1 }
  const progress = createProgress(process.stderr, coloursFor(process.stderr, process.env))
  const milestones = createMilestones(run, progress)
  const teller = createTeller(options.format, version, run, progress)
  const tellGuide = guideTeller(teller, progress, options.debug)
  const interrupts = listenForInterrupts()
  let exitCode: number = EXIT.built
  try {
    if (files.length === 0) progress.print('This shard has no guide: there are fewer guides than shards.')
    await buildGuides(files, {
      out: options.out,
      only: options.only,
      ...(options.kit ? { kit: options.kit } : {}),
      ...(options.templates ? { templates: options.templates } : {}),
      ...(options.report ? { report: { path: options.report, isList: run.isMany } } : {}),
      mayFetch: options.fetch,
      isForced: options.force,
      isStrict: options.strict,
      version,
      signal: interrupts.signal,
      onProgress: milestones.step,
      ...(options.debug
        ? {
            onRequest: ({ url, isGiven }) =>
              progress.print(visible(`asked for ${url}: ${isGiven ? 'given' : 'refused'}`)),
          }
        : {}),
      onGuide(result) {
        exitCode = Math.max(exitCode, exitOf(result))
        milestones.guide(result)
        tellGuide(result)
      },
    })
    progress.end()
  } catch (error) {
    progress.end()
    const signalled = interrupts.received()
    if (signalled) progress.print(`Interrupted; the last good output was left as it is.`)
    else tellError(error, teller, progress, options.debug)
    exitCode = signalled ? EXIT[signalled] : Math.max(exitCode, exitOf({ error }))
  } finally {
    interrupts.stop()
  }
  await teller.end(exitCode)
  return exitCode
}

function exitOf({ state, error }: Pick<Partial<BuildResult>, 'state' | 'error'>): number {
  if (error instanceof EnvironmentFault) return EXIT.environment
  if (error !== undefined) return EXIT.bug
  return state === 'failed' ? EXIT.content : EXIT.built
}

/** Tells each guide; what is about the machine, once for all of them. */
function guideTeller(teller: Teller, progress: Progress, debug: boolean): (result: BuildResult) => void {
  const told = new Set<string>()
  return (result) => {
    for (const one of result.findings.filter(isMachineWarning)) {
      if (!told.has(one.message)) teller.fault(one)
      told.add(one.message)
    }
    const { error } = result
    if (error instanceof EnvironmentFault) {
      if (!told.has(error.message)) tellError(error, teller, progress, debug)
      told.add(error.message)
    } else if (error !== undefined) tellError(error, teller, progress, debug)
    teller.guide({ ...result, findings: result.findings.filter((one) => !isMachineWarning(one)) })
  }
}

/** An error about the machine that is among a guide's findings is about that guide's own output. */
function isMachineWarning(one: Finding): boolean {
  return isAboutMachine(one) && one.severity !== 'error'
}

function tellError(error: unknown, teller: Teller, progress: Progress, debug: boolean): void {
  if (error instanceof EnvironmentFault) {
    teller.fault(error.finding)
    if (debug) progress.print(String((error.cause as Error | undefined)?.stack ?? error.stack))
    return
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  progress.print(
    `${coloursFor(process.stderr, process.env).red('This is a bug of Deckhand:')} ${visible(message)}`,
  )
  progress.print(debug ? String(stack) : 'Run again with --debug for the stack trace.')
}
