import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownMemory, treeMemory } from '../measure/memory.js'
import { generatedGuide } from './generated-guide.js'

const SAMPLE_MILLISECONDS = 250

interface Sample {
  /** Bytes, Node and browser together; what processes share is counted once. */
  readonly all: number
  /** Bytes of Node alone. */
  readonly node: number
}

interface Measured {
  readonly code: number | null
  readonly seconds: number
  readonly samples: readonly Sample[]
}

/**
 * Times the build of many guides, and of long ones, and samples their memory (Linux alone has it).
 * @param args counts of guides; `--words 1000,10000` single guides of so many words; `--each 500` words of each of many
 */
export async function benchMany(root: string, args: readonly string[]): Promise<void> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const words = Number(option('--each') ?? 1000)
  const lengths = (option('--words') ?? '').split(',').filter(Boolean).map(Number)
  const named = args.filter((arg, at) => !arg.startsWith('--') && !args[at - 1]?.startsWith('--'))
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-many-'))
  try {
    console.log('what                     exit  seconds  a guide   peak MB  of Node  first third  last third')
    for (const count of named.map(Number)) {
      const guides = join(folder, `${count}`)
      for (let at = 1; at <= count; at++) write(guides, at, words)
      const label = `${count} × ${words} words`
      const run = (force: boolean) => build(root, [guides, ...(force ? ['--force'] : [])], `${guides}-out`)
      tell(label, count, await run(true))
      tell(`${label}, unchanged`, count, await run(false))
    }
    for (const length of lengths) {
      const guides = join(folder, `long-${length}`)
      write(guides, 1, length)
      tell(`1 × ${length} words`, 1, await build(root, [guides, '--force'], `${guides}-out`))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, number: number, words: number): void {
  const own = join(folder, `guide-${String(number).padStart(4, '0')}`)
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'guide.md'), generatedGuide(number, words))
}

async function build(root: string, args: readonly string[], out: string): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'build', ...args, '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const samples: Sample[] = []
  const sampling = setInterval(() => {
    const { pid } = child
    if (pid !== undefined) samples.push({ all: treeMemory(pid), node: ownMemory(pid) })
  }, SAMPLE_MILLISECONDS)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearInterval(sampling)
  return { code, seconds: (performance.now() - start) / 1000, samples }
}

function tell(label: string, count: number, { code, seconds, samples }: Measured): void {
  const third = Math.floor(samples.length / 3)
  const cells = [
    label.padEnd(24),
    String(code).padStart(4),
    seconds.toFixed(1).padStart(8),
    `${(seconds / count).toFixed(2)} s`.padStart(8),
    megabytes(most(samples.map(({ all }) => all))).padStart(9),
    megabytes(most(samples.map(({ node }) => node))).padStart(8),
    megabytes(median(samples.slice(0, third).map(({ all }) => all))).padStart(12),
    megabytes(median(samples.slice(-third).map(({ all }) => all))).padStart(11),
  ]
  console.log(cells.join(' '))
}

function most(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function megabytes(bytes: number): string {
  return bytes === 0 ? '–' : String(Math.round(bytes / 1e6))
}
