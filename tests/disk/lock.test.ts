import { mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markOf, ownerState, removeDeadLock, withLock } from '../../src/disk/index.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deckhand-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const own = markOf(process.pid)
const dead = own.replace(/^\d+/, '4194304')
const elsewhere = own.replace(/[^-]+$/, '000000')

test('a mark tells whether its process runs', () => {
  expect(ownerState(`${own}-abc`)).toBe('runs')
  expect(ownerState(dead)).toBe('gone')
  expect(ownerState(elsewhere)).toBe('elsewhere')
  for (const foreign of ['', 'talk', '12', '12-x', `x${own}`]) expect(ownerState(foreign)).toBeUndefined()
})

test.runIf(process.platform === 'linux')('a later process of the same id is another one', () => {
  expect(ownerState(own.replace(/-[^-]+-/, '-1-'))).toBe('gone')
})

/** How many of eight that want a lock at once are in it together, at the most. */
async function mostInside(path: string): Promise<number> {
  let inside = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, () =>
      withLock(path, async () => {
        most = Math.max(most, (inside += 1))
        await pause(5)
        inside -= 1
      }),
    ),
  )
  return most
}

test('one at a time, and nothing is left', async () => {
  expect(await mostInside(join(folder, 'lock'))).toBe(1)
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a dead process is taken over by one of many at a time', async () => {
  const path = join(folder, 'lock')
  await writeFile(path, dead)
  await writeFile(`${path}-stale`, dead)
  expect(await mostInside(path)).toBe(1)
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a process elsewhere is waited for while it is young', async () => {
  const path = join(folder, 'lock')
  await writeFile(path, elsewhere)
  let isIn = false
  const locked = withLock(path, async () => void (isIn = true))
  await pause(100)
  expect(isIn).toBe(false)
  expect(await readFile(path, 'utf8')).toBe(elsewhere)
  await utimes(path, 0, 0)
  await locked
  expect(isIn).toBe(true)
})

test('what the action throws comes through, and the lock is released', async () => {
  const path = join(folder, 'lock')
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await readdir(folder)).toEqual([])
})

test('what is no lock of ours is neither read nor removed', async () => {
  const [link, directory] = [join(folder, 'link'), join(folder, 'directory')]
  await symlink('/dev/zero', link)
  await mkdir(directory)
  for (const path of [link, directory]) {
    const locked = withLock(path, async () => undefined)
    await expect(locked).rejects.toMatchObject({ finding: { code: 'output-failed' } })
    await removeDeadLock(path)
  }
  expect((await readdir(folder)).toSorted()).toEqual(['directory', 'link'])
})
