import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atLine, emptySite, expectBuilt, expectUntouched, expectWhole, site, tiny } from '../support/site.js'

describe('builds at the same time', () => {
  it('four of one guide with different text: the last to finish wins, whole', async () => {
    const place = await site()
    const words = ['Alpha', 'Beta', 'Gamma', 'Delta']
    const runs = await Promise.all(
      words.map((word) => {
        const guide = join(place.folder, word, 'talk.md')
        const source = tiny.replace('Tiny', word).replace('![A dot](dot.svg)', '')
        return place.buildOther(guide, source)
      }),
    )
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const { hash } = expectWhole(join(place.out, 'talk'))
    const text = readFileSync(join(place.out, 'talk', 'deck.md'), 'utf8')
    const winner = words.filter((word) => text.includes(word))
    expect(winner).toHaveLength(1)
    for (const file of ['deck.md', 'deck.html', 'report.json'])
      expect(readFileSync(join(place.out, 'talk', file), 'utf8')).toContain(
        file === 'report.json' ? hash : winner[0],
      )
    for (const file of ['deck.pdf', 'handout.pdf', 'facilitator.pdf'])
      expect(readFileSync(join(place.out, 'talk', file), 'latin1')).toContain(hash)
    await expectBuilt('four builds of one guide at once', place, runs[0])
  })

  it("another guide's build, begun meanwhile, leaves the stage of one that runs alone", async () => {
    const place = await site()
    const other = place.buildOther(join(place.folder, 'b', 'other.md'), tiny.replace('![A dot](dot.svg)', ''))
    const [one, two] = await Promise.all([place.build(), other])
    expect([one.code, two.code]).toEqual([0, 0])
    expectWhole(join(place.out, 'other'))
    await expectBuilt('builds of two guides at once', place, one)
  })
})

/**
 * Writes a text into a file over and over, from a process of its own: this one may be kept from it for longer than a
 * file has to rest. In place, since an emptied file is another fault.
 */
async function keepWriting(file: string, text: string): Promise<{ stop(): Promise<void> }> {
  const script = `
    const fs = require('fs')
    const [file, text] = process.argv.slice(1)
    const open = fs.openSync(file, 'r+')
    const clock = new Int32Array(new SharedArrayBuffer(4))
    for (let times = 0; ; times++) {
      fs.writeSync(open, text, 0)
      if (times === 1) process.stdout.write('.')
      Atomics.wait(clock, 0, 0, 2)
    }`
  const child = spawn(process.execPath, ['-e', script, file, text], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

describe('a guide that is edited while it is built', () => {
  it('replaced after it was read: what was read is built', async () => {
    const place = await site()
    const replace = (): void => {
      writeFileSync(`${place.guide}.new`, tiny.replace('A sentence.', 'Another sentence.'))
      renameSync(`${place.guide}.new`, place.guide)
      rmSync(join(place.folder, 'talk', 'dot.svg'))
    }
    const run = await place.build({ onStart: atLine(3, replace) })
    expect(run.code, run.stderr).toBe(0)
    expect(readFileSync(join(place.out, 'talk', 'deck.md'), 'utf8')).toContain('A sentence.')
    await expectBuilt('guide replaced and picture removed in mid-build', place, run)
  })

  it('written to all the time: exit 1, the old output as it was', async () => {
    const place = await site()
    const writer = await keepWriting(place.guide, `${tiny}\nOnce more.\n`)
    const run = await place.build()
    await writer.stop()
    expect(run.stderr).toContain('[source-changing]')
    expect(run.code).toBe(1)
    await expectUntouched('guide written to all the time', place, run)
  })

  it('a picture that is written to all the time is a box, and told', async () => {
    const place = emptySite()
    const picture = join(place.folder, 'talk', 'dot.svg')
    const writer = await keepWriting(picture, readFileSync(picture, 'utf8'))
    const run = await place.build()
    await writer.stop()
    expect(run.stderr).toContain('it changes while it is read')
    expect(run.code, run.stderr).toBe(0)
    await expectBuilt('picture written to all the time', place, run)
  })

  it('gone before it is read', async () => {
    const place = await site()
    rmSync(place.guide)
    const run = await place.build()
    expect(run.code).toBe(2)
    await expectUntouched('guide removed before the build', place, run)
  })
})
