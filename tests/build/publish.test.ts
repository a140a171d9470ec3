import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markOf } from '../../src/disk/index.js'
import { openStage } from '../../src/build/publish.js'
import { mend } from '../../src/build/swap.js'

let out = ''
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'deckhand-publish-'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

/** The mark of a process of this machine that has ended. */
const deadMark = () => markOf(process.pid).replace(/^\d+/, '4194304')
const report = (...files: string[]) => JSON.stringify({ outputs: files.map((file) => ({ file })) })
const text = (file: string) => readFile(join(out, 'talk', file), 'utf8')

async function build(files: Readonly<Record<string, string>>): Promise<void> {
  const stage = await openStage(out, 'talk')
  for (const [file, content] of Object.entries(files)) await stage.write(file, content)
  await stage.write('report.json', report(...Object.keys(files)))
  await stage.publish()
  await stage.discard()
}

describe('publishing', () => {
  it('replaces the last output whole, and leaves nothing beside it', async () => {
    await build({ 'deck.md': 'one', 'media/a.svg': 'a' })
    await build({ 'deck.md': 'two', 'handout.pdf': 'pdf' })
    expect(await text('deck.md')).toBe('two')
    expect((await readdir(join(out, 'talk'))).toSorted()).toEqual(['deck.md', 'handout.pdf', 'report.json'])
    expect(await readdir(out)).toEqual(['talk'])
  })

  it("keeps the user's own files, and refuses to replace one", async () => {
    await build({ 'deck.md': 'one' })
    await writeFile(join(out, 'talk', 'mine.txt'), 'mine')
    await build({ 'deck.md': 'two' })
    expect(await text('mine.txt')).toBe('mine')
    await expect(build({ 'deck.md': 'three', 'mine.txt': 'theirs' })).rejects.toMatchObject({
      finding: { code: 'output-foreign' },
    })
    expect(await text('mine.txt')).toBe('mine')
    expect(await text('deck.md')).toBe('two')
  })

  it('discards without a trace', async () => {
    const stage = await openStage(out, 'talk')
    await stage.write('deck.md', 'half')
    await stage.discard()
    expect(await readdir(out)).toEqual([])
  })

  it('finishes a swap that was killed half-way', async () => {
    await build({ 'deck.md': 'one', 'old.pdf': 'old' })
    const stage = await openStage(out, 'talk')
    await stage.write('deck.md', 'two')
    await stage.write('handout.pdf', 'new')
    await stage.write('report.json', report('deck.md', 'handout.pdf'))
    // As if killed right after the rename that binds it, with one file already moved.
    const ready = join(out, `.deckhand-ready-${deadMark()}-0`)
    await cp(stage.folder, ready, { recursive: true })
    await stage.discard()
    const files = ['deck.md', 'handout.pdf', 'report.json']
    await writeFile(join(ready, 'journal.json'), JSON.stringify({ name: 'talk', files, remove: ['old.pdf'] }))
    await cp(join(ready, 'new', 'deck.md'), join(out, 'talk', 'deck.md'))
    await rm(join(ready, 'new', 'deck.md'))

    await mend(out)
    expect((await readdir(join(out, 'talk'))).toSorted()).toEqual(['deck.md', 'handout.pdf', 'report.json'])
    expect(await text('handout.pdf')).toBe('new')
    expect(await readdir(out)).toEqual(['talk'])
  })

  it('removes the stage of a process that is gone, not of one that runs', async () => {
    const [dead, living] = [deadMark(), markOf(process.pid)]
    await mkdir(join(out, `.deckhand-stage-${dead}-a`))
    await mkdir(join(out, `.deckhand-stage-${living}-b`))
    // The same process id, but of a process that started at another time.
    await mkdir(join(out, `.deckhand-stage-${living.replace(/-\w+-/, '-1-')}-c`))
    await mend(out)
    expect(await readdir(out)).toEqual([`.deckhand-stage-${living}-b`])
  })

  it('never follows a report out of its folder', async () => {
    await build({ 'deck.md': 'one' })
    await writeFile(join(out, 'precious.txt'), 'precious')
    await writeFile(join(out, 'talk', 'report.json'), report('deck.md', '../precious.txt', '/etc/hostname'))
    await build({ 'deck.md': 'two' })
    expect(await readFile(join(out, 'precious.txt'), 'utf8')).toBe('precious')
  })

  it('leaves the swap of a process that runs alone', async () => {
    const ready = `.deckhand-ready-${markOf(process.pid)}-0`
    await mkdir(join(out, ready, 'new'), { recursive: true })
    await writeFile(join(out, ready, 'new', 'deck.md'), 'two')
    await writeFile(
      join(out, ready, 'journal.json'),
      JSON.stringify({ name: 'talk', files: ['deck.md'], remove: [] }),
    )
    await build({ 'deck.md': 'one' })
    await mend(out)
    expect(await text('deck.md')).toBe('one')
    expect((await readdir(out)).toSorted()).toEqual([ready, 'talk'])
  })

  it('follows no symbolic link in the output folder', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'deckhand-elsewhere-'))
    await writeFile(join(elsewhere, 'a.svg'), 'theirs')
    await build({ 'deck.md': 'one', 'media/a.svg': 'a' })

    // A file that is a link is replaced, not written through.
    await rm(join(out, 'talk', 'deck.md'))
    await symlink(join(elsewhere, 'a.svg'), join(out, 'talk', 'deck.md'))
    await build({ 'deck.md': 'two', 'media/a.svg': 'a' })
    expect(await text('deck.md')).toBe('two')

    // A folder that is a link, and the guide's folder itself, are refused.
    await rm(join(out, 'talk', 'media'), { recursive: true })
    await symlink(elsewhere, join(out, 'talk', 'media'))
    const foreign = { finding: { code: 'output-foreign' } }
    await expect(build({ 'deck.md': 'three', 'media/a.svg': 'b' })).rejects.toMatchObject(foreign)
    await expect(build({ 'deck.md': 'three' })).rejects.toMatchObject(foreign)
    await rm(join(out, 'talk'), { recursive: true })
    await symlink(elsewhere, join(out, 'talk'))
    await expect(build({ 'deck.md': 'three' })).rejects.toMatchObject(foreign)
    expect(await readdir(elsewhere)).toEqual(['a.svg'])
    expect(await readFile(join(elsewhere, 'a.svg'), 'utf8')).toBe('theirs')
    await rm(elsewhere, { recursive: true })
  })

  it('follows no journal out of the output folder', async () => {
    const journals = [
      { name: '..', files: ['precious.txt'], remove: [] },
      { name: 'talk', files: [], remove: ['../precious.txt'] },
      { name: 'talk', files: ['../precious.txt'], remove: [] },
      { name: 'talk/..', files: ['precious.txt'], remove: [] },
    ]
    await writeFile(join(out, 'precious.txt'), 'precious')
    for (const [index, journal] of journals.entries()) {
      const ready = join(out, `.deckhand-ready-${deadMark()}-${index}`)
      await mkdir(join(ready, 'new'), { recursive: true })
      await writeFile(join(ready, 'precious.txt'), 'gone')
      await writeFile(join(ready, 'new', 'precious.txt'), 'gone')
      await writeFile(join(ready, 'journal.json'), JSON.stringify(journal))
    }
    await mend(out)
    await build({ 'deck.md': 'one' })
    expect(await readFile(join(out, 'precious.txt'), 'utf8')).toBe('precious')
  })

  it('brings nothing in from elsewhere by links in a killed swap', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'deckhand-elsewhere-'))
    await writeFile(join(elsewhere, 'key'), 'secret')
    const journal = JSON.stringify({ name: 'talk', files: ['key'], remove: [] })
    await writeFile(join(elsewhere, 'journal.json'), journal)
    const ready = (index: number) => join(out, `.deckhand-ready-${deadMark()}-${index}`)
    await mkdir(ready(0))
    await writeFile(join(ready(0), 'journal.json'), journal)
    await symlink(elsewhere, join(ready(0), 'new'))
    await mkdir(join(ready(1), 'new'), { recursive: true })
    await writeFile(join(ready(1), 'journal.json'), journal)
    await symlink(join(elsewhere, 'key'), join(ready(1), 'new', 'key'))
    await symlink(elsewhere, ready(2))
    await mkdir(ready(3))
    await symlink('/dev/zero', join(ready(3), 'journal.json'))
    await mend(out)
    await build({ 'deck.md': 'one' })
    expect((await readdir(join(out, 'talk'))).toSorted()).toEqual(['deck.md', 'report.json'])
    expect((await readdir(elsewhere)).toSorted()).toEqual(['journal.json', 'key'])
    await rm(elsewhere, { recursive: true })
  })

  it('undoes a swap that the disk refuses half-way', async () => {
    await build({ 'deck.md': 'one', 'notes.pdf': 'n', 'old.pdf': 'old' })
    const ready = join(out, `.deckhand-ready-${deadMark()}-0`)
    await mkdir(join(ready, 'new', 'media'), { recursive: true })
    await writeFile(join(ready, 'new', 'deck.md'), 'two')
    await writeFile(join(ready, 'new', 'media', 'a.svg'), 'a')
    const files = ['deck.md', 'media/a.svg']
    await writeFile(join(ready, 'journal.json'), JSON.stringify({ name: 'talk', files, remove: ['old.pdf'] }))
    await symlink('/nowhere', join(out, 'talk', 'media'))
    await mend(out)
    expect([await text('deck.md'), await text('notes.pdf'), await text('old.pdf')]).toEqual([
      'one',
      'n',
      'old',
    ])
    expect(await readdir(out)).toEqual(['talk'])
  })

  it('says so where the staged files were removed during the build', async () => {
    await build({ 'deck.md': 'one' })
    const stage = await openStage(out, 'talk')
    await stage.write('deck.md', 'two')
    await rm(stage.folder, { recursive: true })
    await stage.write('report.json', report('deck.md'))
    await expect(stage.publish()).rejects.toMatchObject({ finding: { code: 'output-failed' } })
    await stage.discard()
    expect(await text('deck.md')).toBe('one')
    expect(await readdir(out)).toEqual(['talk'])
  })

  it('never mixes builds that publish at the same time', async () => {
    const words = Array.from({ length: 24 }, (_, index) => `build-${index}`)
    await Promise.all(
      words.map((word, index) =>
        build({
          'deck.md': word,
          'handout.pdf': word,
          ...(index % 2 === 0 ? { [`media/${index}.svg`]: word } : { 'notes.pdf': word }),
        }),
      ),
    )
    const listed = (JSON.parse(await text('report.json')) as { outputs: { file: string }[] }).outputs
    const found = new Set(await Promise.all(listed.map(({ file }) => text(file))))
    expect(found.size).toBe(1)
    const files = await readdir(join(out, 'talk'), { recursive: true })
    const expected = ['report.json', ...listed.map(({ file }) => file)]
    expect(files.filter((file) => file !== 'media').toSorted()).toEqual(expected.toSorted())
    expect(await readdir(out)).toEqual(['talk'])
  })
})
