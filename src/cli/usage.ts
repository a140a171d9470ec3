import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'
import { visible } from './visible.js'

/** Tells wrong usage. @returns the exit code */
export function usage(message: string): number {
  process.stderr.write(
    `${coloursFor(process.stderr, process.env).red('error')} ${visible(message)}\n  See deckhand --help.\n`,
  )
  return EXIT.usage
}
