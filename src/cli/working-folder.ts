import { finding } from '../finding/index.js'
import { coloursFor } from './colours.js'
import { EXIT } from './exit-codes.js'

/** Whether the folder that this process runs in is still there; without it no path means anything. */
export function isWorkingFolderGone(): boolean {
  try {
    return process.cwd() === ''
  } catch {
    return true
  }
}

/** @returns the exit code */
export function tellWorkingFolderGone(): number {
  const { message, hint } = finding('folder-gone', {})
  process.stderr.write(
    `${coloursFor(process.stderr, process.env).red('error')} ${message} [folder-gone]\n  ${hint}\n`,
  )
  return EXIT.environment
}
