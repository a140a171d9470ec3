import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chunk, png } from '../picture/bytes.js'
import { guideIn } from '../support/cli.js'
import {
  atLine,
  cannotMake,
  emptySite,
  expectBuilt,
  expectUntouched,
  expectWhole,
  note,
  site,
  tiny,
  type Site,
} from '../support/site.js'

/** Mounts a file system of so many kB at a folder, until the test is over. @returns whether that can be done here */
function mountSmall(folder: string, kilobytes: number): boolean {
  mkdirSync(folder, { recursive: true })
  const size = `size=${kilobytes}k,mode=1777`
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status === 0
  if (mounted) onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return mounted
}

const kilobytesOf = (place: Site): number =>
  Object.keys(place.before).reduce(
    (sum, file) => sum + Math.ceil(statSync(join(place.out, 'talk', file)).size / 4096) * 4,
    0,
  )

/** Moves a site's output onto a file system of its own. */
function onSmallDisk(place: Site, spareKilobytes: number): boolean {
  const copy = join(place.folder, 'copy')
  cpSync(place.out, copy, { recursive: true })
  const isMounted = mountSmall(place.out, kilobytesOf(place) + spareKilobytes)
  cpSync(copy, place.out, { recursive: true })
  return isMounted
}

const nobody = 65_534
const isRoot = process.getuid?.() === 0
const noMount = 'no file system can be mounted'

/** Lets another user build, with the browser that is unpacked already. */
function asNobody(place: Site): { uid: number; env: NodeJS.ProcessEnv } {
  const home = join(place.folder, 'home')
  const cache = join(
    process.env['XDG_CACHE_HOME'] ?? join(process.env['HOME'] ?? homedir(), '.cache'),
    'deckhand',
  )
  if (existsSync(cache)) cpSync(cache, join(home, '.cache', 'deckhand'), { recursive: true })
  else mkdirSync(home)
  spawnSync('chown', ['-R', `${nobody}:${nobody}`, home, place.tmp])
  return { uid: nobody, env: { HOME: home, XDG_CACHE_HOME: join(home, '.cache') } }
}

describe('the disk of the output is full: exit 3, the old output as it was', () => {
  it.each([
    ['at once', 0],
    ['in the middle of the files', 150],
    ['at the last files', 420],
  ])('%s', async (when, spare) => {
    const place = await site()
    if (!onSmallDisk(place, spare)) return cannotMake(`a full disk, ${when}`, noMount)
    const run = await place.build()
    expect(run.stderr).toContain('[output-failed]')
    expect(run.stderr).toContain('the disk is full')
    expect(run.code).toBe(3)
    await expectUntouched(`output's disk full, ${when} (${spare} kB left)`, place, run)
  })
})

describe('the temporary folder', () => {
  it.each([0, 40, 300])('on a disk with %i kB: exit 3, or it is enough', async (room) => {
    const place = await site()
    if (!mountSmall(place.tmp, room || 4)) return cannotMake('a full temporary folder', noMount)
    if (room === 0) writeFileSync(join(place.tmp, 'filler'), Buffer.alloc(4096))
    const run = await place.build()
    if (room === 0) rmSync(join(place.tmp, 'filler'))
    expect(run.stderr).toContain('[scratch-failed]')
    expect(run.stderr).toContain('the disk is full')
    expect(run.code).toBe(3)
    await expectUntouched(`temporary folder's disk full (${room} kB)`, place, run)
  })

  it.each([
    ['missing', 'gone', 'the folder is not there'],
    ['a file', 'file', 'a file stands where a folder is needed'],
  ])('%s: exit 3', async (what, name, reason) => {
    const place = await site()
    writeFileSync(join(place.folder, 'file'), '')
    const run = await place.build({ env: { TMPDIR: join(place.folder, name) } })
    expect(run.stderr).toContain('[scratch-failed]')
    expect(run.stderr).toContain(reason)
    expect(run.code).toBe(3)
    await expectUntouched(`temporary folder ${what}`, place, run)
  })

  it('without permission: exit 3', async () => {
    if (!isRoot) return cannotMake('a temporary folder without permission', 'this is not root')
    const place = await site()
    const user = asNobody(place)
    spawnSync('chown', ['-R', `${nobody}`, place.out])
    chmodSync(place.tmp, 0o500)
    spawnSync('chown', ['0:0', place.tmp])
    const run = await place.build({ ...user, cwd: place.folder })
    expect(run.stderr).toContain('[scratch-failed]')
    expect(run.stderr).toContain('permission is missing')
    expect(run.code).toBe(3)
    await expectUntouched('temporary folder without permission', place, run)
  })
})

describe('an output folder that cannot be written: exit 3, the old output as it was', () => {
  it('without permission', async () => {
    if (!isRoot) return cannotMake('an output folder without permission', 'this is not root')
    const place = await site()
    const run = await place.build({ ...asNobody(place), cwd: place.folder })
    expect(run.stderr).toContain('permission is missing')
    expect(run.code).toBe(3)
    await expectUntouched('output folder of another user', place, run)
  })

  it("a guide's folder of another user in an output folder of ours", async () => {
    if (!isRoot) return cannotMake("a guide's folder of another user", 'this is not root')
    const place = await site()
    chmodSync(place.out, 0o777)
    const run = await place.build({ ...asNobody(place), cwd: place.folder })
    expect(run.stderr).toContain('permission is missing')
    expect(run.code).toBe(3)
    await expectUntouched("guide's output folder of another user", place, run)
  })

  it('on a disk that is read-only', async () => {
    const place = await site()
    if (!onSmallDisk(place, 2000)) return cannotMake('a read-only disk', noMount)
    spawnSync('mount', ['-o', 'remount,ro', place.out])
    const run = await place.build()
    expect(run.stderr).toContain('the disk is read-only')
    expect(run.code).toBe(3)
    await expectUntouched('output on a read-only disk', place, run)
  })

  it.each(['deck.pdf', 'report.json', '.'])('locked by the file system (chattr +i): %s', async (name) => {
    const place = await site()
    const path = join(place.out, 'talk', name)
    if (spawnSync('chattr', ['+i', path]).status !== 0)
      return cannotMake(`a locked ${name}`, 'chattr +i does not work')
    onTestFinished(() => void spawnSync('chattr', ['-i', path]))
    const run = await place.build()
    spawnSync('chattr', ['-i', path])
    expect(run.stderr).toContain('permission is missing')
    expect(run.code).toBe(3)
    await expectUntouched(`chattr +i on the output's ${name}`, place, run)
  })

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'mine')],
    ['a link to nothing', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ])('%s stands there', async (what, make) => {
    const place = emptySite()
    make(place.out)
    const run = await place.build()
    expect(run.stderr).toContain('[output-failed]')
    expect(run.code).toBe(3)
    note(`${what} in the place of the output folder`, run, [], 'none before')
  })
})

it('an output folder whose name is too long for the disk: exit 3', async () => {
  const place = await site()
  const run = await place.build({ args: ['--out', join(place.folder, 'o'.repeat(300))] })
  expect(run.stderr).toContain('the name is too long')
  expect(run.code).toBe(3)
  await expectUntouched('output folder with a name of 300 letters', place, run)
})

describe('limits of the process', () => {
  it('files open (ulimit -n)', async () => {
    const place = await site()
    const run = await place.build({ first: 'ulimit -n 32' })
    expect(run.code, run.stderr).toBe(3)
    await expectUntouched('32 open files (ulimit -n)', place, run)
  })

  it('size of a file (ulimit -f)', async () => {
    const place = await site()
    const picture = png(10, 10, { more: [chunk('tEXt', Buffer.alloc(1_300_000, 'a'))] })
    writeFileSync(join(place.folder, 'talk', 'large.png'), picture)
    writeFileSync(place.guide, `${tiny}\n![Large](large.png)\n`)
    // In blocks of 512 bytes: the picture has more, whatever the browser writes has less.
    const run = await place.build({ first: 'ulimit -f 2048' })
    expect(run.stderr).toContain('larger than this system allows')
    expect(run.code).toBe(3)
    await expectUntouched('1 MB a file (ulimit -f)', place, run)
  })

  it('a name that is too long for the disk', async () => {
    const place = emptySite({ name: 'n' })
    const name = 'n'.repeat(252)
    writeFileSync(join(place.folder, 'n', `${name}.md`), tiny)
    const run = await place.build({ args: [join(place.folder, 'n', `${name}.md`)] })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('a guide whose name has 252 letters', place, run)
  })
})

describe('the output folder changes during the build', () => {
  it('removed: it is made anew', async () => {
    const place = await site()
    const run = await place.build({
      onStart: atLine(4, () => rmSync(place.out, { recursive: true, force: true })),
    })
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('output folder removed during the build', place, run)
  })

  it('a link in the place of a file is replaced, and nothing is written through it', async () => {
    const place = await site()
    const precious = join(place.folder, 'precious')
    writeFileSync(precious, 'precious')
    rmSync(join(place.out, 'talk', 'deck.pdf'))
    symlinkSync(precious, join(place.out, 'talk', 'deck.pdf'))
    const run = await place.build()
    expect(run.code, run.stderr).toBe(0)
    expect(readFileSync(precious, 'utf8')).toBe('precious')
    await expectBuilt('deck.pdf is a link to a file elsewhere', place, run)
  })

  it('open elsewhere: who reads the old one goes on to, and the new one is whole', async () => {
    const place = await site()
    const path = join(place.out, 'talk', 'deck.html')
    const old = readFileSync(path)
    const open = openSync(path, 'r')
    onTestFinished(() => closeSync(open))
    writeFileSync(place.guide, tiny.replace('A sentence.', 'Another sentence.'))
    const run = await place.build()
    expect(run.code, run.stderr).toBe(0)
    expect(readFileSync(open).equals(old)).toBe(true)
    expect(readFileSync(path).equals(old)).toBe(false)
    await expectBuilt('deck.html open elsewhere', place, run)
  })

  it('the temporary folder is swept by another program', async () => {
    const place = await site()
    const sweep = (): void => {
      for (const name of readdirSync(place.tmp))
        rmSync(join(place.tmp, name), { recursive: true, force: true, maxRetries: 5 }) // A browser writes on.
    }
    // Again and again: pages that are loaded already do not need it any more, but later ones do.
    const run = await place.build({
      onStart: (child) =>
        atLine(2, () => {
          const timer = setInterval(sweep, 2)
          child.once('exit', () => clearInterval(timer))
        })(child),
    })
    expect(run.stderr).not.toContain('    at ')
    expect(run.stderr).toMatch(/\[scratch-failed\]|once more/)
    if (run.code === 0) return expectBuilt('temporary folder removed during the build', place, run)
    expect(run.code, run.stderr).toBe(3)
    await expectUntouched('temporary folder removed during the build', place, run)
  })
})

describe('--report', () => {
  it.each([
    ['in a folder that is missing', 'gone/report.json', 'the folder is not there'],
    ['in the place of a folder', 'talk', 'a folder stands where a file is needed'],
  ])('%s: exit 3, and the output is built', async (what, name, reason) => {
    const place = await site()
    const run = await place.build({ args: ['--report', join(place.folder, name)] })
    expect(run.stderr).toContain(reason)
    expect(run.code).toBe(3)
    await expectBuilt(`--report ${what}`, place, run)
  })

  it('on a full disk: exit 3, and the last report stays', async () => {
    const place = await site()
    const disk = join(place.folder, 'disk')
    if (!mountSmall(disk, 8)) return cannotMake('a report on a full disk', noMount)
    const report = join(disk, 'report.json')
    writeFileSync(report, '"last"')
    writeFileSync(join(disk, 'filler'), Buffer.alloc(4096))
    const run = await place.build({ args: ['--report', report] })
    expect(run.stderr).toContain('the disk is full')
    expect(run.code).toBe(3)
    expect(readFileSync(report, 'utf8')).toBe('"last"')
    await expectBuilt('--report on a full disk', place, run)
  })

  it('to a device is written as it is, and leaves the device', async () => {
    const place = await site()
    const device = join(place.folder, 'null')
    if (spawnSync('mknod', [device, 'c', '1', '3']).status !== 0)
      return cannotMake('a report to a device', 'mknod does not work')
    const run = await place.build({ args: ['--report', device] })
    expect(run.code, run.stderr).toBe(0)
    expect(statSync(device).isCharacterDevice()).toBe(true)
    await expectBuilt('--report to a device', place, run)
  })
})

it('a browser that cannot be unpacked for want of room: exit 3', async () => {
  const place = await site()
  const [cache, tmp] = [join(place.folder, 'cache'), place.tmp]
  if (!mountSmall(cache, 1000) || !mountSmall(tmp, 1000))
    return cannotMake('no room for the browser', noMount)
  const run = await place.build({ env: { XDG_CACHE_HOME: cache, HOME: place.folder, PATH: '' } })
  if (process.arch === 'x64') expect(run.stderr).toContain('the disk is full. [scratch-failed]')
  expect(run.code).toBe(3)
  expect(
    existsSync(join(cache, 'deckhand'))
      ? spawnSync('ls', ['-A', join(cache, 'deckhand')]).stdout.toString()
      : '',
  ).toBe('')
  await expectUntouched('no room to unpack the browser', place, run)
})

it('a second guide in the same run is built although the first cannot be written', async () => {
  const place = await site()
  const other = guideIn(place.folder, tiny, 'other')
  rmSync(join(place.out, 'talk'), { recursive: true })
  writeFileSync(join(place.out, 'talk'), 'mine')
  const run = await place.build({ args: [other] })
  expect(run.stderr).toMatch(/\[output-(foreign|failed)\]/)
  expect([1, 3]).toContain(run.code)
  expectWhole(join(place.out, 'other'))
  note('one of two output folders is a file', run, await place.left(), 'the other one whole')
  expect(await place.left()).toEqual([])
})
