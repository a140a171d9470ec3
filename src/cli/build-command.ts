import { relative } from 'node:path'
import colours from 'picocolors'
import { buildGuides, type BuildResult } from '../build/index.js'
import { EnvironmentFault } from '../finding/index.js'
import type { BuildArguments } from './arguments.js'
import { EXIT } from './exit-codes.js'
import { findGuides } from './guides.js'
import { createProgress, type Progress } from './progress.js'
import { reportFindings, reportOutputs } from './reporter.js'
import { usage } from './usage.js'

/** `deckhand build`. @returns the exit code */
export async function buildCommand(options: BuildArguments, version: string): Promise<number> {
  const found = await findGuides(options.guides)
  if ('fault' in found) return usage(found.fault)
  const progress = createProgress(process.stderr, colours)
  const interrupt = new AbortController()
  let signalled: 'SIGINT' | 'SIGTERM' | undefined
  const onSignal = (signal: 'SIGINT' | 'SIGTERM') => {
    signalled = signal
    interrupt.abort(new Error(`interrupted by ${signal}`))
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    const results = await buildGuides(found.files, {
      out: options.out,
      only: options.only,
      ...(options.templates ? { templates: options.templates } : {}),
      ...(options.report ? { report: options.report } : {}),
      isStrict: options.strict,
      version,
      signal: interrupt.signal,
      onProgress: (text) => progress.step(text),
      onGuide: (result) => tell(result, progress),
    })
    progress.end()
    return results.some((result) => !result.isBuilt) ? EXIT.content : EXIT.built
  } catch (error) {
    progress.end()
    if (signalled) {
      progress.print(`Interrupted; the last good output was left as it is.`)
      return EXIT[signalled]
    }
    return fail(error, progress, options.debug)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

function tell(result: BuildResult, progress: Progress): void {
  progress.end()
  if (result.findings.length > 0)
    progress.print(`\n${reportFindings(result.findings, result.source, colours)}\n`)
  if (!result.isBuilt) {
    progress.print(colours.red(`${result.file} was not built; its last good output was left as it is.`))
    return
  }
  process.stdout.write(
    `${reportOutputs(relative(process.cwd(), result.folder) || result.folder, result.outputs, colours)}\n`,
  )
}

function fail(error: unknown, progress: Progress, debug: boolean): number {
  if (error instanceof EnvironmentFault) {
    progress.print(reportFindings([error.finding], '', colours))
    if (debug) progress.print(String((error.cause as Error | undefined)?.stack ?? error.stack))
    return EXIT.environment
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  progress.print(`${colours.red('This is a bug of Deckhand:')} ${message}`)
  progress.print(debug ? String(stack) : 'Run again with --debug for the stack trace.')
  return EXIT.bug
}
