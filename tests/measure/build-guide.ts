import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { treeMemory } from './memory.js'

/** What one build in a process of its own came to. */
export interface Built {
  /** Exit code; undefined where it was killed or took too long. */
  readonly code: number | undefined
  readonly seconds: number
  /** Bytes; of the process and its browser together. */
  readonly peak: number
  /** The last lines that it wrote to stderr. */
  readonly lastWords: string
  /** Findings by code. */
  readonly findings: Readonly<Record<string, number>>
  /** Where its files are; undefined where there are none. */
  readonly folder: string | undefined
}

const limitMinutes = 5
const sampleMilliseconds = 150

interface Report {
  readonly outputs: readonly { readonly file: string }[]
  readonly findings: readonly { readonly code: string; readonly count?: number }[]
}

/** Builds one guide through the command line, as a user would. @param out an empty folder of its own */
export async function buildGuide(root: string, guide: string, out: string): Promise<Built> {
  const reportFile = join(out, 'report.json')
  const args = [join(root, 'dist/cli.js'), 'build', guide, '--out', out, '--force', '--report', reportFile]
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let peak = 0
  let errors = ''
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)))
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const sample = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, treeMemory(child.pid))
  }, sampleMilliseconds)
  const limit = setTimeout(() => child.kill('SIGTERM'), limitMinutes * 60_000)
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (ended, signal) =>
      resolve(signal || ended === 143 ? undefined : (ended ?? undefined)),
    )
  })
  clearInterval(sample)
  clearTimeout(limit)

  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : undefined
  const findings: Record<string, number> = {}
  for (const { code: name, count } of report?.findings ?? [])
    findings[name] = (findings[name] ?? 0) + (count ?? 1)
  return {
    code,
    seconds: (performance.now() - start) / 1000,
    peak,
    lastWords: errors.trim().split('\n').slice(-3).join('\n'),
    findings,
    folder: code === 0 ? outputFolder(printed, out) : undefined,
  }
}

/** The closing table begins with the guide's output folder. */
function outputFolder(printed: string, out: string): string | undefined {
  const name = printed.trim().split('\n')[0]?.split(/[\\/]/).at(-1)?.trim()
  const folder = name ? join(out, name) : undefined
  return folder && existsSync(join(folder, 'report.json')) ? folder : undefined
}
