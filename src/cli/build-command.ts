import { buildGuides } from '../build/index.js'
import { EnvironmentFault } from '../finding/index.js'
import type { BuildArguments } from './arguments.js'
import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'
import { findGuides } from './guides.js'
import { createProgress, type Progress } from './progress.js'
import { createTeller, type Teller } from './teller.js'
import { usage } from './usage.js'
import { visible } from './visible.js'

/** `deckhand build`. @returns the exit code */
export async function buildCommand(options: BuildArguments, version: string): Promise<number> {
  const found = await findGuides(options.guides)
  if ('fault' in found) return usage(found.fault)
  const progress = createProgress(process.stderr, coloursFor(process.stderr, process.env))
  const teller = createTeller(options.format, version, progress)
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
      onGuide: (result) => teller.guide(result),
    })
    progress.end()
    const exitCode = results.some((result) => !result.isBuilt) ? EXIT.content : EXIT.built
    await teller.end(exitCode)
    return exitCode
  } catch (error) {
    progress.end()
    if (signalled) {
      progress.print(`Interrupted; the last good output was left as it is.`)
      await teller.end(EXIT[signalled])
      return EXIT[signalled]
    }
    const exitCode = fail(error, teller, progress, options.debug)
    await teller.end(exitCode)
    return exitCode
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

/** Tells what stopped the build. @returns the exit code */
function fail(error: unknown, teller: Teller, progress: Progress, debug: boolean): number {
  if (error instanceof EnvironmentFault) {
    teller.fault(error.finding)
    if (debug) progress.print(String((error.cause as Error | undefined)?.stack ?? error.stack))
    return EXIT.environment
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  progress.print(
    `${coloursFor(process.stderr, process.env).red('This is a bug of Deckhand:')} ${visible(message)}`,
  )
  progress.print(debug ? String(stack) : 'Run again with --debug for the stack trace.')
  return EXIT.bug
}
