import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../support/cli.js'
import { cannotMake, expectBuilt, expectUntouched, note, site } from '../support/site.js'

const isRoot = process.getuid?.() === 0

describe('a home that is not as it should be: the build goes on', () => {
  it.each([
    ['read-only', 65_534],
    ['not there, of a user without a name', 54_321],
  ])('%s: the browser is unpacked into the temporary folder, and removed', async (what, uid) => {
    if (!isRoot) return cannotMake(`a home that is ${what}`, 'this is not root')
    const place = await site()
    const home = join(place.folder, 'home')
    mkdirSync(home)
    chmodSync(home, 0o555)
    spawnSync('chown', ['-R', `${uid}:${uid}`, place.tmp, place.out])
    const env = { HOME: what === 'read-only' ? home : undefined, XDG_CACHE_HOME: '' }
    const run = await place.build({ env, uid, cwd: place.folder })
    expect(run.code, run.stderr).toBe(0)
    expect(readdirSync(home)).toEqual([])
    await expectBuilt(`home ${what}`, place, run)
  })

  it.each([
    ['missing', { HOME: '/nowhere/at/all' }],
    ['a file', { HOME: '/etc/hostname' }],
    ['not set, and no locale', { HOME: undefined, LANG: undefined, LC_ALL: undefined, USER: undefined }],
  ])('%s', async (what, env) => {
    const place = await site()
    // The cache of another name, so that the browser need not be unpacked each time.
    const cache = process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? '/root', '.cache')
    const run = await place.build({ env: { XDG_CACHE_HOME: cache, ...env } })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt(`home ${what}`, place, run)
  })
})

describe('the working folder', () => {
  it('removed: exit 3', async () => {
    const place = await site()
    const gone = join(place.folder, 'gone')
    mkdirSync(gone)
    const run = await place.build({ cwd: gone, first: `rmdir ${gone}` })
    expect(run.stderr).toContain('[folder-gone]')
    expect(run.stderr).not.toContain('    at ')
    expect(run.code).toBe(3)
    await expectUntouched('working folder removed', place, run)
  })

  it('removed: help and version are told all the same', () => {
    const script = `mkdir -p "$0" && cd "$0" && rmdir "$0" && exec "$1" "$2" --version`
    const folder = join('/tmp', `deckhand-test-gone-${process.pid}`)
    const run = spawnSync('sh', ['-c', script, folder, process.execPath, join(root, 'dist/cli.js')])
    expect(run.status, String(run.stderr)).toBe(0)
  })

  it('read-only: the output goes elsewhere', async () => {
    if (!existsSync('/proc/self')) return cannotMake('a read-only working folder', 'there is no /proc')
    const place = await site()
    const run = await place.build({ cwd: '/proc' })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('read-only working folder', place, run)
  })
})

/** A group of processes that may have so many MB, until the test is over; undefined where none can be made. */
function memoryGroup(megabytes: number): string | undefined {
  const second = '/sys/fs/cgroup/cgroup.subtree_control'
  const [parent, limit] = existsSync(second)
    ? ['/sys/fs/cgroup', 'memory.max']
    : ['/sys/fs/cgroup/memory', 'memory.limit_in_bytes']
  const group = join(parent, `deckhand-test-${process.pid}-${megabytes}`)
  try {
    mkdirSync(group)
    onTestFinished(() => rmdirSync(group))
    writeFileSync(join(group, limit), String(megabytes * 1_000_000))
    return group
  } catch {
    return undefined
  }
}

describe('memory', () => {
  it.each([80, 100])(
    '%i MB for all: the system kills what it likes, nothing is half-made',
    async (megabytes) => {
      const group = memoryGroup(megabytes)
      if (!group) return cannotMake(`${megabytes} MB of memory`, 'no control group can be made')
      const place = await site()
      const run = await place.build({
        first: `echo $$ > ${group}/cgroup.procs`,
        env: { DECKHAND_TIMEOUT: '5' },
      })
      // Node itself is killed, or its browser twice.
      expect(run.signal ?? run.code, run.stderr).toBe(run.signal ? 'SIGKILL' : 3)
      if (run.code === 3) await expectUntouched(`${megabytes} MB of memory (control group)`, place, run)
      const left = await place.left()
      if (run.signal) note(`${megabytes} MB of memory (control group)`, run, left, 'old output as it was')
      expect(left.filter((one) => one.startsWith('process'))).toEqual([])
      expect(place.now()).toEqual(place.before)
      await expectBuilt('the build after it', place, await place.build())
    },
  )

  it("Node's runs out: nothing half-made, and the next build removes what is left", async () => {
    const place = await site()
    // Enough to start with, too little to build.
    const run = await place.build({
      env: { NODE_OPTIONS: '--max-old-space-size=14 --max-semi-space-size=1' },
    })
    expect(run.code === null ? run.signal : run.code, run.stderr).not.toBe(0)
    const left = await place.left()
    note("Node's memory runs out (14 MB)", run, left, 'old output as it was')
    expect(left.filter((one) => one.startsWith('process'))).toEqual([])
    expect(place.now()).toEqual(place.before)
    await expectBuilt('the build after it', place, await place.build())
  })
})

it('a guide without permission: exit 1, the old output as it was', async () => {
  if (!isRoot) return cannotMake('a guide without permission', 'this is not root')
  const place = await site()
  chmodSync(place.guide, 0o000)
  writeFileSync(join(place.folder, 'cache'), '')
  spawnSync('chown', ['-R', '65534:65534', place.tmp, place.out])
  const run = await place.build({ uid: 65_534, cwd: place.folder, env: { HOME: place.folder } })
  expect(run.stderr).toContain('[source-unreadable]')
  expect(run.stderr).toContain('permission is missing')
  expect(run.code).toBe(1)
  await expectUntouched('guide without permission', place, run)
})
