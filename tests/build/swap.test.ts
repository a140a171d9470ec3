import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checksums } from '../support/cli.js'

/**
 * Publishes over an old output in a process of its own, in which the n-th change of the disk fails, or is the last thing
 * that the process does; then mends, as the next start does.
 */
const script = `
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
const [out, fault, nth] = process.argv.slice(1)
let count = 0
for (const name of ['mkdir', 'rename', 'rm', 'rmdir', 'writeFile']) {
  const real = fs[name]
  fs[name] = async (...given) => {
    if (count++ === Number(nth)) {
      if (fault !== 'kill') throw Object.assign(new Error(fault), { code: fault, errno: -1 })
      process.kill(process.pid, 'SIGKILL')
      await new Promise(() => {})
    }
    return real(...given)
  }
}
syncBuiltinESMExports()
const { openStage } = await import('./publish.mjs')
let stage
try {
  stage = await openStage(out, 'talk')
  await stage.write('deck.md', 'new deck')
  await stage.write('media/b.svg', 'new picture')
  await stage.write('report.json', JSON.stringify({ outputs: [{ file: 'deck.md' }, { file: 'media/b.svg' }] }))
  await stage.publish()
  console.log('published')
} catch (error) {
  console.log(error.finding?.code)
} finally {
  await stage?.discard()
}
console.log('changes', count)
`

let folder = ''
let oldSums = {}
let newSums = {}

function run(fault: string, nth: number) {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  cpSync(join(folder, 'old'), out, { recursive: true })
  const args = ['--input-type=module', '--eval', script, out, fault, String(nth)]
  const { stdout, signal } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return { out, stdout, signal }
}

/** The output that a user sees: without what stands beside it and without the user's own file. */
const sumsOf = (out: string) => checksums(join(out, 'talk'))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deckhand-swap-'))
  await build({
    stdin: {
      contents: `export { openStage } from './publish.js'; export { mend } from './swap.js'`,
      resolveDir: join(import.meta.dirname, '../../src/build'),
    },
    outfile: join(folder, 'publish.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const talk = join(folder, 'old', 'talk')
  mkdirSync(join(talk, 'media'), { recursive: true })
  writeFileSync(join(talk, 'deck.md'), 'old deck')
  writeFileSync(join(talk, 'handout.pdf'), 'old handout')
  writeFileSync(join(talk, 'media', 'a.svg'), 'old picture')
  writeFileSync(join(talk, 'mine.txt'), "the user's own")
  const files = ['deck.md', 'handout.pdf', 'media/a.svg'].map((file) => ({ file }))
  writeFileSync(join(talk, 'report.json'), JSON.stringify({ outputs: files }))
  oldSums = checksums(talk)
  newSums = sumsOf(run('none', 1000).out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a swap', () => {
  it('replaces what the last report lists', () => {
    expect(Object.keys(newSums)).toEqual(['deck.md', 'media/b.svg', 'mine.txt', 'report.json'])
  })

  it('that is killed at any change of the disk is whole after the next start', async () => {
    const { mend } = (await import(join(folder, 'publish.mjs'))) as { mend(out: string): Promise<void> }
    const outcomes: string[] = []
    for (let nth = 0; ; nth++) {
      const { out, signal } = run('kill', nth)
      await mend(out)
      const isNew = readFileSync(join(out, 'talk', 'deck.md'), 'utf8') === 'new deck'
      expect(sumsOf(out), `killed at change ${nth}`).toEqual(isNew ? newSums : oldSums)
      expect(readdirSync(out), `killed at change ${nth}`).toEqual(['talk'])
      outcomes.push(isNew ? 'new' : 'old')
      if (signal !== 'SIGKILL') break
    }
    // First the old one, from the binding rename on the new one, and both were seen.
    expect(outcomes).toEqual(outcomes.toSorted().toReversed())
    expect(new Set(outcomes).size).toBe(2)
  })

  it.each(['ENOSPC', 'EACCES', 'EIO'])(
    'in which any one change meets %s is undone or done',
    async (fault) => {
      const { mend } = (await import(join(folder, 'publish.mjs'))) as { mend(out: string): Promise<void> }
      const changes = Number(/changes (\d+)/.exec(run('none', 1000).stdout)?.[1])
      expect(changes).toBeGreaterThan(15)
      let failed = 0
      for (let nth = 2; nth < changes; nth++) {
        const { out, stdout } = run(fault, nth)
        const isPublished = stdout.includes('published')
        if (!isPublished) expect(stdout, `change ${nth}`).toContain('output-failed')
        failed += isPublished ? 0 : 1
        expect(sumsOf(out), `change ${nth}`).toEqual(isPublished ? newSums : oldSums)
        await mend(out)
        expect(sumsOf(out), `change ${nth}, mended`).toEqual(isPublished ? newSums : oldSums)
        expect(readdirSync(out), `change ${nth}`).toEqual(['talk'])
      }
      expect(failed).toBeGreaterThan(10)
    },
  )
})
