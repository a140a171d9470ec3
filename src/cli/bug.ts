import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'
import { visible } from './visible.js'

/** Tells an error that nobody caught as what it is, a bug of ours, and ends the process in order. */
export function tellBugs(isDebug: boolean): void {
  process.on('uncaughtException', (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    const colours = coloursFor(process.stderr, process.env)
    process.stderr.write(`${colours.red('This is a bug of Deckhand:')} ${visible(message)}\n`)
    process.stderr.write(
      isDebug ? `${visible(String(stack))}\n` : 'Run again with --debug for the stack trace.\n',
    )
    process.exit(EXIT.bug)
  })
}
