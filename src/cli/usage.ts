import colours from 'picocolors'
import { EXIT } from './exit-codes.js'

/** Tells wrong usage. @returns the exit code */
export function usage(message: string): number {
  process.stderr.write(`${colours.red('error')} ${message}\n  See deckhand --help.\n`)
  return EXIT.usage
}
