import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, watch } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  atLine,
  cannotMake,
  expectBuilt,
  expectUntouched,
  expectWhole,
  note,
  site,
  type Site,
} from '../support/site.js'
import { join } from 'node:path'

/** Sends signals when so many lines of progress have been told. */
const signalAt = (line: number, ...signals: readonly NodeJS.Signals[]) =>
  atLine(line, (child) => {
    for (const signal of signals) child.kill(signal)
  })

/** Sends a signal when a file whose name begins so appears beside the output. */
const atFile =
  (out: string, prefix: string, signal: NodeJS.Signals) =>
  (child: ChildProcess): void => {
    const watcher = watch(out, (_, name) => {
      if (!name?.startsWith(prefix)) return
      watcher.close()
      child.kill(signal)
    })
    child.once('exit', () => watcher.close())
  }

/** Sends a signal once a folder holds something. */
const onceThere =
  (folder: string, signal: NodeJS.Signals) =>
  (child: ChildProcess): void => {
    const timer = setInterval(() => {
      if (!existsSync(folder) || readdirSync(folder).length === 0) return
      clearInterval(timer)
      child.kill(signal)
    }, 5)
    child.once('exit', () => clearInterval(timer))
  }

/** Either nothing has changed, or all of it. */
async function expectWholeAfter(
  fault: string,
  place: Site,
  run: Awaited<ReturnType<Site['build']>>,
): Promise<void> {
  const left = await place.left()
  const isOld = JSON.stringify(place.now()) === JSON.stringify(place.before)
  note(fault, run, left, isOld ? 'old output as it was' : 'new output whole')
  expect(left).toEqual([])
  expectWhole(join(place.out, 'talk'))
}

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

describe.each([
  ['SIGINT', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['SIGTERM', [2, 5, 8]],
  ['SIGHUP', [3]],
] as const)('%s', (signal, lines) => {
  it('at every step leaves an output that is whole, no process, no temporary file', async () => {
    const place = await site()
    for (const line of lines) {
      const run = await place.build({ onStart: signalAt(line, signal) })
      // The last line may be told when all is done.
      expect([codes[signal], 0], run.stderr).toContain(run.code)
      expect(run.stderr).not.toContain('    at ')
      await expectWholeAfter(`${signal} at line ${line} of the progress`, place, run)
    }
  })
})

describe('signals', () => {
  it('in the swap: it is finished', async () => {
    const place = await site()
    const run = await place.build({ onStart: atFile(place.out, '.deckhand-ready-', 'SIGTERM') })
    expect([143, 0]).toContain(run.code)
    await expectWholeAfter('SIGTERM in the swap', place, run)
  })

  it('a second one ends the build at once', async () => {
    const place = await site()
    const run = await place.build({ onStart: signalAt(4, 'SIGINT', 'SIGTERM') })
    // Which of two comes first is the system's choice.
    expect([130, 143]).toContain(run.code)
    await expectUntouched('SIGINT, and SIGTERM at once', place, run)
  })

  it('before anything is begun', async () => {
    const place = await site()
    const run = await place.build({ onStart: (child) => child.kill('SIGTERM') })
    expect(run.signal ?? run.code).toBe('SIGTERM')
    await expectUntouched('SIGTERM before anything is begun', place, run)
  })

  it('kill -9 at every step: the browser ends by itself, and the next build removes the rest', async () => {
    const place = await site()
    for (const line of [1, 4, 7, 9]) {
      const run = await place.build({ onStart: signalAt(line, 'SIGKILL') })
      if (run.signal !== 'SIGKILL') break // It was faster.
      const left = await place.left()
      expect(left.filter((one) => one.startsWith('process'))).toEqual([])
      expect(place.now()).toEqual(place.before)
      note(`kill -9 at line ${line} of the progress`, run, left, 'old output as it was')
    }
    await expectBuilt('the build after those', place, await place.build())
  })

  it('kill -9 in the swap: the next build of any guide finishes it', async () => {
    const place = await site()
    const run = await place.build({ onStart: atFile(place.out, '.deckhand-ready-', 'SIGKILL') })
    note('kill -9 in the swap', run, await place.left(), 'see the next line')
    const other = await place.build({ args: ['--only', 'deck.md'] })
    expect(other.code, other.stderr).toBe(0)
    await expectBuilt('the build after it', place, other)
  })
})

describe('while the browser is unpacked', () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('%s leaves no half of it for the next build', async (signal) => {
    if (process.arch !== 'x64') return cannotMake(`${signal} while the browser is unpacked`, 'there is none')
    const place = await site()
    const cache = join(place.folder, 'cache')
    const env = { XDG_CACHE_HOME: cache }
    const run = await place.build({ env, onStart: onceThere(join(cache, 'deckhand'), signal) })
    expect(run.stderr).toContain('Unpacking the browser')
    expect(run.signal ?? run.code).toBe(signal === 'SIGKILL' ? signal : 130)
    if (signal === 'SIGINT') await expectUntouched('SIGINT while the browser is unpacked', place, run)
    else
      note(
        'kill -9 while the browser is unpacked',
        run,
        readdirSync(join(cache, 'deckhand')),
        'old output as it was',
      )
    const next = await place.build({ env })
    expect(next.code, next.stderr).toBe(0)
    expect(readdirSync(join(cache, 'deckhand'))).toHaveLength(1)
    await expectBuilt('the build after it', place, next)
  })
})

describe('readers that go away', () => {
  it.each(['stdout', 'stderr'] as const)('%s closed: the build goes on', async (stream) => {
    const place = await site()
    const run = await place.build({ onStart: (child) => child[stream]?.destroy() })
    expect(run.code).toBe(0)
    await expectBuilt(`${stream} closed by its reader`, place, run)
  })

  it('stdin, stdout and stderr closed from the start', async () => {
    const place = await site()
    const run = await place.build({ first: 'exec 0<&- 1>&- 2>&-' })
    expect(run.code).toBe(0)
    await expectBuilt('stdin, stdout and stderr closed from the start', place, run)
  })

  it('stdout on a full disk', async () => {
    const place = await site()
    if (!existsSync('/dev/full')) return
    const run = await place.build({ first: 'exec >/dev/full' })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('stdout on a full disk', place, run)
  })
})
