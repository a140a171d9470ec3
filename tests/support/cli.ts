import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

export const root = join(import.meta.dirname, '../..')
const script = join(root, 'dist/cli.js')

export interface Run {
  readonly code: number | null
  /** What ended the process, if a signal did. */
  readonly signal?: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
  /** Shell commands that are run first in the same process, such as `ulimit -n 40`. */
  readonly first?: string
  /** Called once the process runs, to signal it. */
  readonly onStart?: (child: ChildProcess) => void
}

/** Runs the bundled command line to its exit. */
export function deckhand(
  args: readonly string[],
  { cwd = root, env = {}, uid, first, onStart }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const command = [process.execPath, script, ...args]
    const [program = '', ...rest] = first ? ['sh', '-c', `${first}; exec "$0" "$@"`, ...command] : command
    const child = spawn(program, rest, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
    onStart?.(child)
  })
}

/** A folder for one test, removed afterwards. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder for all tests of a file, removed after them. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A guide in a folder of its own. @returns the path of its guide.md */
export function guideIn(folder: string, source: string, name = 'talk'): string {
  const file = join(folder, name, 'guide.md')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  return file
}

/** Our templates, with some files changed: what `--templates` takes. */
export function changedTemplates(
  folder: string,
  changes: Readonly<Record<string, (text: string) => string>>,
): string {
  const target = join(folder, 'templates')
  for (const [file, change] of Object.entries(changes)) {
    const before = readFileSync(join(root, 'templates', file), 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`The change of ${file} changed nothing.`)
    mkdirSync(dirname(join(target, file)), { recursive: true })
    writeFileSync(join(target, file), after)
  }
  return target
}

/** Node 22's own recursion follows symbolic links, in circles too. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })
}

/** Name and checksum of every file below a folder. */
export function checksums(folder: string): Readonly<Record<string, string>> {
  const sums = filesBelow(folder).map((path): [string, string] => [
    path.slice(folder.length + 1),
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  ])
  return Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
