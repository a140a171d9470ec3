import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { constructs, within } from './constructs.js'
import type { Growth } from './growth-run.js'

/** The second doubling of a guide may cost at most this many times the work of the first. */
const mostPerDoubling = 2.5

/** Of all work: less than this is not looked at. */
const leastShare = 0.002

/** Counts get lost where V8 optimises a function or forgets its code, which it does when it has the time. */
const EXACT = ['--no-opt', '--no-flush-bytecode']

const folder = mkdtempSync(join(import.meta.dirname, '.bundle-'))
let results: Readonly<Record<string, Growth>>

beforeAll(async () => {
  // In a process of its own, with the libraries as they are shipped: without their assertions.
  const script = join(folder, 'growth.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'growth-run.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: [
      '@marp-team/marp-cli',
      '@sparticuz/chromium',
      'highlight.js',
      'shiki',
      '@mathjax/*',
      'beautiful-mermaid',
    ],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  const file = join(folder, 'results.json')
  await promisify(execFile)(process.execPath, [...EXACT, script, file])
  results = JSON.parse(readFileSync(file, 'utf8')) as typeof results
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function total(growth: Growth): readonly [number, number, number] {
  const sum = (index: 0 | 1 | 2): number =>
    Object.values(growth).reduce((all, counts) => all + counts[index], 0)
  return [sum(0), sum(1), sum(2)]
}

/** 2 where the work grows with the guide, 4 where it grows with its square. */
function factorOf(growth: Growth): number {
  const [one, two, four] = total(growth)
  return (four - two) / (two - one)
}

/** Functions of ours that grow with the square, both times: a step that is taken from some size on is none. */
function squareIn(growth: Growth): readonly string[] {
  const all = total(growth)[2]
  return Object.entries(growth)
    .filter(([name]) => / src\//.test(name))
    .filter(
      ([, [one, two, four]]) => four > all * leastShare && one > 0 && two > 2.8 * one && four > 3.2 * two,
    )
    .map(([name, counts]) => `${name}: ${counts.join(', ')}`)
}

describe('twice as much of it is about twice the work', () => {
  test.each([...Object.keys(constructs), ...Object.keys(within)])('%s', (name) => {
    const growth = results[name] as Growth
    expect(squareIn(growth)).toEqual([])
    expect(factorOf(growth)).toBeLessThan(mostPerDoubling)
  })
})

test('work is counted the same each time', () => {
  const [one, two, four] = total(results['the same again'] as Growth)
  expect(one).toBeGreaterThan(10_000)
  expect([two / one, four / one].map((share) => Math.round(share * 1000) / 1000)).toEqual([1, 1])
})

test('what grows with the square is seen', () => {
  expect(factorOf(results['pairs'] as Growth)).toBeGreaterThan(3.9)
})
