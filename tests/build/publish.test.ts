import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mend, openStage } from '../../src/build/publish.js'

let out = ''
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'deckhand-publish-'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

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
    const ready = join(out, '.deckhand-ready-1-dead')
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
    await mkdir(join(out, '.deckhand-stage-999999999-a'))
    await mkdir(join(out, `.deckhand-stage-${process.pid}-b`))
    await mend(out)
    expect(await readdir(out)).toEqual([`.deckhand-stage-${process.pid}-b`])
  })

  it('never follows a report out of its folder', async () => {
    await build({ 'deck.md': 'one' })
    await writeFile(join(out, 'precious.txt'), 'precious')
    await writeFile(join(out, 'talk', 'report.json'), report('deck.md', '../precious.txt', '/etc/hostname'))
    await build({ 'deck.md': 'two' })
    expect(await readFile(join(out, 'precious.txt'), 'utf8')).toBe('precious')
  })
})
