import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildGuides, type RunSteps } from '../../src/build/build-guides.js'
import type { BuildResult, Progress } from '../../src/build/index.js'
import { EnvironmentFault, finding } from '../../src/finding/index.js'
import { scratch } from '../support/cli.js'
import { emptyReport } from '../support/report.js'

type Outcome = 'built' | 'failed' | Error

/** A run whose guides come out as told, with a browser that only counts. */
async function run(
  outcomes: Readonly<Record<string, Outcome>>,
  { unchanged = [] as readonly string[], isWithoutBrowser = false, isForced = false, abort = '' } = {},
) {
  const folder = scratch()
  const out = join(folder, 'out')
  const interrupt = new AbortController()
  const seen = { started: 0, closed: 0, built: [] as string[], most: 0, told: [] as string[] }
  const progress: Progress[] = []
  let running = 0
  const files = Object.keys(outcomes).map((name) => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'guide.md'), `# ${name}\n`)
    return join(folder, name, 'guide.md')
  })
  const nameOf = (file: string) => file.slice(folder.length + 1).split('/')[0] as string
  for (const name of unchanged) {
    mkdirSync(join(out, name), { recursive: true })
    const made = { by: '', from: [], sums: {} }
    const report = { guide: name, outputs: [], findings: [], made }
    writeFileSync(join(out, name, 'report.json'), JSON.stringify(report))
  }
  const steps: RunSteps = {
    isUnchanged: async (file) => unchanged.includes(nameOf(file)),
    engines: () => ({
      browser: () => {
        seen.started++
        return new Promise(() => undefined)
      },
      start: () => void seen.started++,
      marp: {
        warm: () => undefined,
        openDeck: () => {
          throw new Error('not asked for')
        },
        presentAsWritten: () => Promise.reject(new Error('not asked for')),
        close: async () => undefined,
      },
      findings: () => [],
      isWithoutBrowser: () => isWithoutBrowser,
      close: async () => void seen.closed++,
    }),
    async build(file, engines) {
      const name = nameOf(file)
      seen.built.push(name)
      seen.most = Math.max(seen.most, ++running)
      void engines.browser()
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      running--
      if (name === abort) interrupt.abort(new Error('interrupted'))
      const outcome = outcomes[name]
      if (outcome instanceof Error) throw outcome
      const report = emptyReport(name)
      const state = outcome ?? 'failed'
      return { file: name, folder: out, state, findings: [], silenced: [], source: '', outputs: [], report }
    },
  }
  const report = join(folder, 'report.json')
  const results: BuildResult[] = []
  const done = buildGuides(
    files,
    {
      out,
      only: [],
      isStrict: false,
      mayFetch: false,
      isForced,
      version: '0',
      signal: interrupt.signal,
      report: { path: report, isList: true },
      onProgress: (step) => progress.push(step),
      onGuide: (result) => void results.push(result),
    },
    steps,
  )
  const error = await done.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const states = results.map((one) => `${one.file.split('/').at(-2) ?? one.file} ${one.state}`)
  const reported = JSON.parse(readFileSync(report, 'utf8')) as { findings: { code: string }[] }[]
  return { ...seen, error, results, states, reported, progress }
}

const diskFull = new EnvironmentFault(finding('output-failed', { path: 'x', reason: 'the disk is full' }), {
  cause: Object.assign(new Error('no space'), { code: 'ENOSPC', errno: -28 }),
})
const notWritable = new EnvironmentFault(
  finding('output-failed', { path: 'x', reason: 'permission is missing' }),
)
const noBrowser = new EnvironmentFault(finding('browser-missing', { system: 'x', todo: 'install one.' }))

describe('a run', () => {
  it('starts one browser for all, two guides at once, and closes it', async () => {
    const { most, closed, states } = await run({ a: 'built', b: 'built', c: 'failed', d: 'built' })
    expect(most).toBeLessThanOrEqual(2)
    expect(closed).toBe(1)
    expect(states).toEqual(['a built', 'b built', 'c failed', 'd built'])
  })

  it('starts no browser where nothing has changed, and all the same tells each guide', async () => {
    const { started, built, states, reported } = await run(
      { a: 'built', b: 'built' },
      { unchanged: ['a', 'b'] },
    )
    expect({ started, built }).toEqual({ started: 0, built: [] })
    expect(states).toEqual(['a unchanged', 'b unchanged'])
    expect(reported).toHaveLength(2)
  })

  it('builds only what has changed; with --force, all', async () => {
    const outcomes = { a: 'built', b: 'built', c: 'built' } as const
    const some = await run(outcomes, { unchanged: ['a', 'c'] })
    expect(some.built).toEqual(['b'])
    expect(some.states).toEqual(['a unchanged', 'b built', 'c unchanged'])
    const all = await run(outcomes, { unchanged: ['a', 'c'], isForced: true })
    expect(all.built).toEqual(['a', 'b', 'c'])
  })

  it('goes on past a fault of one output folder, and past a bug', async () => {
    const { error, states, results, reported } = await run({
      a: notWritable,
      b: new TypeError('a bug'),
      c: 'built',
      d: 'built',
    })
    expect(error).toBeUndefined()
    expect(states).toEqual(['a failed', 'b failed', 'c built', 'd built'])
    expect(results.map((one) => one.error)).toEqual([
      notWritable,
      new TypeError('a bug'),
      undefined,
      undefined,
    ])
    expect(reported.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['output-failed'],
      [],
      [],
      [],
    ])
  })

  it.each([
    ['a full disk', diskFull, false],
    ['the want of a browser', noBrowser, true],
  ])('ends early for %s, which every guide would meet', async (_, fault, isWithoutBrowser) => {
    const outcomes = { a: 'built', b: fault, c: 'built', d: 'built', e: 'built', f: 'built' } as const
    const { states, built, closed } = await run(outcomes, { isWithoutBrowser })
    expect(states.slice(0, 2)).toEqual(['a built', 'b failed'])
    expect(built.length).toBeLessThan(5)
    expect(closed).toBe(1)
  })

  it('ends with the reason of its signal, and reports what was built until then', async () => {
    const { error, states, closed, built } = await run(
      { a: 'built', b: 'built', c: new Error('broken off'), d: 'built', e: 'built' },
      { abort: 'c' },
    )
    expect(error).toEqual(new Error('interrupted'))
    expect(states.slice(0, 2)).toEqual(['a built', 'b built'])
    expect(built).not.toContain('e')
    expect(closed).toBe(1)
  })
})
