import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideIn } from '../support/cli.js'
import {
  atLine,
  expectBuilt,
  expectUntouched,
  forEach,
  signal,
  site,
  tiny,
  type Site,
} from '../support/site.js'

const browserOf = (place: Site): number | undefined =>
  place.processes().find(({ kind }) => kind === 'browser')?.pid

describe('the browser is lost once: the guide is built in a fresh one', () => {
  it('killed at every step', async () => {
    const place = await site()
    for (const line of [3, 5, 7, 9]) {
      let killed: number | undefined
      const kill = (): void => {
        killed = browserOf(place)
        if (killed) signal(killed, 'SIGKILL')
      }
      const run = await place.build({ onStart: atLine(line, kill) })
      expect(run.code, run.stderr).toBe(0)
      if (killed && line < 9) expect(run.stderr).toContain('once more in a fresh one')
      await expectBuilt(`browser killed at line ${line} of the progress`, place, run)
    }
  })

  it('stopped with all its processes: it counts as hung, and is ended', async () => {
    const place = await site()
    const stop = (): void => {
      const pid = browserOf(place)
      if (pid) signal(-pid, 'SIGSTOP')
    }
    const run = await place.build({ onStart: atLine(4, stop), env: { DECKHAND_TIMEOUT: '6' } })
    expect(run.stderr).toContain('it did not answer within')
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('browser stopped (kill -STOP) once', place, run)
  })

  it('killed while it starts', async () => {
    const place = await site()
    const killFirst = (pid: number, count: number): void => {
      if (count === 1) signal(pid, 'SIGKILL')
    }
    const run = await place.build({ onStart: forEach(place, 'browser', killFirst) })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('browser killed while it starts', place, run)
  })
})

describe('the browser is lost again and again: exit 3, the old output as it was', () => {
  it('killed each time', async () => {
    const place = await site()
    const run = await place.build({
      onStart: forEach(place, 'browser', (pid) => signal(pid, 'SIGKILL')),
    })
    expect(run.stderr).toContain('[browser-failed]')
    expect(run.code).toBe(3)
    await expectUntouched('browser killed each time that it starts', place, run)
  })

  it('its pages killed each time, as the system does for want of memory', async () => {
    const place = await site()
    const run = await place.build({
      onStart: forEach(place, 'renderer', (pid) => signal(pid, 'SIGKILL')),
      env: { DECKHAND_TIMEOUT: '3' },
    })
    expect(run.stderr).toContain('[browser-failed]')
    expect(run.code).toBe(3)
    await expectUntouched('pages killed each time', place, run)
  })

  it('stopped each time', async () => {
    const place = await site()
    const run = await place.build({
      onStart: forEach(place, 'browser', (pid) => setTimeout(() => signal(-pid, 'SIGSTOP'), 250)),
      env: { DECKHAND_TIMEOUT: '2' },
    })
    expect(run.stderr).toContain('did not answer within')
    expect(run.code).toBe(3)
    await expectUntouched('browser stopped each time', place, run)
  })

  it('a program that ends at once', async () => {
    const place = await site()
    const program = join(place.folder, 'chrome')
    writeFileSync(program, '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 })
    const run = await place.build({ env: { PUPPETEER_EXECUTABLE_PATH: program } })
    expect(run.stderr).toContain('[browser-failed]')
    expect(run.code).toBe(3)
    await expectUntouched('browser that ends at its start', place, run)
  })

  it('no address space for a browser (ulimit -v)', async () => {
    const place = await site()
    const run = await place.build({ first: 'ulimit -v 6000000' })
    expect(run.stderr).toContain('[browser-failed]')
    expect(run.code, run.stderr).toBe(3)
    await expectUntouched('6 GB of address space (ulimit -v)', place, run)
  })
})

/** Kills each browser that loads a document with a word in it. */
const killAtWord = (place: Site, word: string) => (child: ChildProcess) => {
  const timer = setInterval(() => {
    for (const folder of readdirSync(place.tmp).map((name) => join(place.tmp, name))) {
      try {
        const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
        if (!pages.some((page) => readFileSync(join(folder, page), 'utf8').includes(word))) continue
        signal(Number.parseInt(readFileSync(join(folder, 'browser'), 'utf8'), 10), 'SIGKILL')
      } catch {
        // It is being removed.
      }
    }
  }, 5)
  child.once('exit', () => clearInterval(timer))
}

describe('two guides share a browser', () => {
  it('the one that kills it each time costs exit 3 for itself alone', async () => {
    const place = await site()
    const bad = guideIn(place.folder, tiny.replace('Tiny', 'Deadly').replace('![A dot](dot.svg)', ''), 'bad')
    const run = await place.build({ args: [bad], onStart: killAtWord(place, 'Deadly') })
    expect(run.stderr).toContain('[browser-failed]')
    expect(run.code, run.stderr).toBe(3)
    expect(existsSync(join(place.out, 'bad'))).toBe(false)
    await expectBuilt('one of two guides kills the browser each time', place, run)
  })
})
