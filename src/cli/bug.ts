import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'
import { visible } from './visible.js'

/** Tells an error that nobody caught as what it is, a bug of ours, and ends the process in order. */
export function tellBugs(isDebug: boolean): void {
  process.on('uncaughtException', (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    const colours = coloursFor(process.stderr, process.env)
    if (isFileLimit(error)) {
      process.stderr.write('Too many files are open. Let a process open more: ulimit -n 1024.\n')
      process.exit(EXIT.environment)
    }
    process.stderr.write(`${colours.red('This is a bug of Deckhand:')} ${visible(message)}\n`)
    process.stderr.write(
      isDebug ? `${visible(String(stack))}\n` : 'Run again with --debug for the stack trace.\n',
    )
    process.exit(EXIT.bug)
  })
}

/** Our own files are the first that cannot be opened then, before there are findings. */
function isFileLimit(error: unknown): boolean {
  return ['EMFILE', 'ENFILE'].includes(String((error as NodeJS.ErrnoException).code))
}
