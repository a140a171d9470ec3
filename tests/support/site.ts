import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect } from 'vitest'
import { checksums, deckhand, guideIn, scratch, type Run, type RunOptions } from './cli.js'

/** As little as has a section, a list, notes and a picture: builds in a second. */
export const tiny = `# Tiny

## One

A sentence.

![A dot](dot.svg)

- first
- second

:::notes
Say this.
:::
`

const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>'

/** A guide, its output and a temporary folder of their own: all that a build may touch. */
export interface Site {
  readonly folder: string
  readonly guide: string
  readonly out: string
  readonly tmp: string
  /** Builds the guide. */
  build(options?: RunOptions & { readonly args?: readonly string[] }): Promise<Run>
  /** Writes another guide and builds it, into the same output folder. */
  buildOther(guide: string, source: string): Promise<Run>
  /** Checksums of the guide's output as it was when the site was made. */
  readonly before: Readonly<Record<string, string>>
  now(): Readonly<Record<string, string>>
  /** What a build left: processes, temporary files, and files beside the output. Waits for dying processes. */
  left(): Promise<readonly string[]>
  /** The browser's processes, by what they are: "browser", "renderer", … */
  processes(): readonly { readonly pid: number; readonly kind: string }[]
}

/** A site whose guide was built well. */
export async function site(): Promise<Site> {
  const made = emptySite()
  cpSync(await (model ??= buildModel()), made.out, { recursive: true })
  return { ...made, before: made.now() }
}

/** The output that all sites of one test file begin with is built once. */
let model: Promise<string> | undefined
afterAll(async () => {
  if (model) rmSync(dirname(await model), { recursive: true, force: true })
})

async function buildModel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-model-'))
  const guide = guideIn(folder, tiny)
  writeFileSync(join(dirname(guide), 'dot.svg'), dot)
  const { code, stderr } = await deckhand(['build', guide, '--out', join(folder, 'out')])
  expect(code, stderr).toBe(0)
  return join(folder, 'out')
}

/** A site that has no output yet. */
export function emptySite({ source = tiny, name = 'talk' } = {}): Site {
  const folder = scratch()
  chmodSync(folder, 0o755)
  const guide = guideIn(folder, source, name)
  writeFileSync(join(folder, name, 'dot.svg'), dot)
  const [out, tmp] = [join(folder, 'out'), join(folder, 'tmp')]
  mkdirSync(tmp)
  const now = (): Readonly<Record<string, string>> =>
    existsSync(join(out, name)) ? checksums(join(out, name)) : {}
  return {
    folder,
    guide,
    out,
    tmp,
    before: {},
    now,
    build: ({ args = [], env = {}, ...options } = {}) =>
      deckhand(['build', guide, '--force', ...(args.includes('--out') ? [] : ['--out', out]), ...args], {
        ...options,
        env: { TMPDIR: tmp, ...env },
      }),
    buildOther(other, text) {
      mkdirSync(dirname(other), { recursive: true })
      writeFileSync(other, text)
      return deckhand(['build', other, '--force', '--out', out], { env: { TMPDIR: tmp } })
    },
    processes: () => processesOf(tmp),
    async left() {
      for (let waited = 0; waited < 50 && processesOf(tmp).length > 0; waited++) await pause(100)
      const beside = existsSync(out) ? readdirSync(out).filter((entry) => entry.startsWith('.')) : []
      return [
        ...processesOf(tmp).map(({ pid, kind }) => `process ${pid} (${kind})`),
        ...(existsSync(tmp) ? readdirSync(tmp) : []).map((entry) => `temporary ${entry}`),
        ...beside.map((entry) => `beside the output ${entry}`),
      ]
    },
  }
}

/**
 * Processes, zombies apart, that have a folder in their environment or command line, and those of their groups: a
 * browser's pages have neither.
 */
function processesOf(folder: string): readonly { pid: number; kind: string }[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processAt(name) ?? []) : []))
  const groups = new Set(all.filter(({ words }) => words.includes(folder)).map(({ group }) => group))
  const own = processAt('self')?.group
  return all.filter(({ group, words }) => words.includes(folder) || (group !== own && groups.has(group)))
}

function processAt(name: string): { pid: number; kind: string; group: string; words: string } | undefined {
  try {
    const [, state, group = ''] = /\) (\w) \d+ (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
    if (state === 'Z') return undefined
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
    const isBrowser = command.includes('--remote-debugging-pipe') && !command.includes('--type=')
    const type = /--type=([\w-]+)/.exec(command)?.[1]
    const kind = isBrowser ? 'browser' : (type ?? basename(command.split('\0')[0] ?? ''))
    const words = `${command}\0${readFileSync(`/proc/${name}/environ`, 'utf8')}`
    return { pid: Number(name), kind, group, words }
  } catch {
    return undefined // It has ended.
  }
}

/** Asserts that an output is one build's, whole: its report's files with the report's sizes, and no others. */
export function expectWhole(folder: string): { readonly hash: string } {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    hash: string
    outputs: { file: string; bytes: number }[]
  }
  const listed = Object.fromEntries(report.outputs.map(({ file, bytes }) => [file, bytes]))
  const there = Object.keys(checksums(folder)).filter((file) => file !== 'report.json')
  expect(Object.fromEntries(there.map((file) => [file, readFileSync(join(folder, file)).length]))).toEqual(
    listed,
  )
  return report
}

/** Asserts that a build left nothing, and its old output as it was; notes it in the table of faults. */
export async function expectUntouched(fault: string, place: Site, run?: Run): Promise<void> {
  const left = await place.left()
  note(fault, run, left, 'old output as it was')
  expect(left).toEqual([])
  expect(place.now()).toEqual(place.before)
}

/** Asserts that a build left nothing but a whole output; notes it in the table of faults. */
export async function expectBuilt(fault: string, place: Site, run?: Run): Promise<void> {
  const left = await place.left()
  note(fault, run, left, 'new output whole')
  expect(left).toEqual([])
  expectWhole(join(place.out, basename(dirname(place.guide))))
}

/** DECKHAND_FAULTS_TABLE names a file that gets a line for each fault that was tried. */
export function note(fault: string, run: Run | undefined, left: readonly string[], output: string): void {
  const table = process.env['DECKHAND_FAULTS_TABLE']
  if (!table) return
  const exit = run ? String(run.code ?? run.signal) : '–'
  const code = /\[(browser-failed|scratch-failed|output-failed|output-foreign|source-\w+|folder-gone)\]/.exec(
    run?.stderr ?? '',
  )?.[1]
  appendFileSync(
    table,
    `| ${fault} | ${exit} | ${code ?? ''} | ${left.join(', ') || 'nothing'} | ${output} |\n`,
  )
}

/** Says in the test's output that a fault cannot be made on this machine. */
export function cannotMake(fault: string, why: string): void {
  console.warn(`Not tried here: ${fault}, since ${why}.`)
  note(fault, undefined, [`not tried: ${why}`], '–')
}

/** Calls back when so many lines of progress have been told. */
export function atLine(line: number, act: (child: ChildProcess) => void): (child: ChildProcess) => void {
  return (child) => {
    let seen = 0
    child.stderr?.on('data', (chunk: Buffer) => {
      const before = seen
      seen += chunk.toString().split('\n').length - 1
      if (before < line && seen >= line) act(child)
    })
  }
}

/** Calls back once for each process of a kind that a build starts, until the build ends. */
export function forEach(
  place: Site,
  kind: string,
  act: (pid: number, count: number) => void,
): (child: ChildProcess) => void {
  return (child) => {
    const seen = new Set<number>()
    const timer = setInterval(() => {
      for (const one of place.processes()) {
        if (one.kind !== kind || seen.has(one.pid)) continue
        seen.add(one.pid)
        act(one.pid, seen.size)
      }
    }, 10)
    child.once('exit', () => clearInterval(timer))
  }
}

/** Signals a process, or a group of processes if the id is negative; one that has ended is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It was faster.
  }
}
