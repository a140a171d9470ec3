import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { productFolder } from '../templates/index.js'
import { readArguments } from './arguments.js'
import { buildCommand } from './build-command.js'
import { EXIT } from './exit-codes.js'
import { isWorkingFolderGone, tellWorkingFolderGone } from './working-folder.js'
import { usage } from './usage.js'

/** Runs the command line. @returns the exit code */
export async function run(argv: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(productFolder(), 'package.json'), 'utf8')) as {
    version: string
  }
  const parsed = readArguments(argv, version)
  switch (parsed.command) {
    case 'help':
    case 'version':
      process.stdout.write(`${parsed.text}\n`)
      return EXIT.built
    case 'fault':
      return usage(parsed.message)
    case 'explain':
      return (await import('./explain-command.js')).explainCommand(parsed.code)
    case 'verify':
      return (await import('./verify-command.js')).verifyCommand(parsed)
    case 'build':
      if (isWorkingFolderGone()) return tellWorkingFolderGone()
      return buildCommand(parsed, version)
  }
}
