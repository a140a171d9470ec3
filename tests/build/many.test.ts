import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checksums, deckhand, guideIn, scratch } from '../support/cli.js'

const good = (name: string) => `# ${name}\n\n## One\n\nA sentence about ${name}.\n\n- First\n- Second\n`

interface Reported {
  readonly guide: string
  readonly outputs: readonly { readonly file: string }[]
  readonly findings: readonly { readonly code: string }[]
}

function reportsIn(file: string): readonly Reported[] {
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Reported[]
}

describe('a run over several guides', () => {
  it('goes on past each guide that fails, and tells at the end what became of all', async () => {
    const folder = scratch()
    const out = join(folder, 'out')
    const guides = [
      guideIn(folder, '---\ntitle: "never closed\n---\n\n# A\n', 'a-broken'),
      guideIn(folder, good('Bees'), 'b-good'),
      guideIn(folder, good('Cows'), 'c-foreign'),
      guideIn(folder, good('Dogs'), 'd-unwritable'),
      guideIn(folder, '', 'e-bytes'),
      guideIn(folder, good('Fish'), 'f-good'),
    ]
    mkdirSync(join(out, 'c-foreign'), { recursive: true })
    writeFileSync(join(out, 'c-foreign', 'deck.md'), 'mine')
    symlinkSync('d-unwritable', join(out, 'd-unwritable'))
    writeFileSync(join(folder, 'e-bytes', 'guide.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]))
    const report = join(folder, 'report.json')

    const run = await deckhand(['build', ...guides, '--out', out, '--report', report])
    // The worst of all: one output that the machine refused.
    expect(run.code, run.stderr).toBe(3)
    const row = (name: string, state: string) => new RegExp(`${name}/guide\\.md +${state}`)
    expect(run.stdout).toMatch(row('a-broken', 'failed .*front matter'))
    expect(run.stdout).toMatch(row('b-good', 'built .*slides, .*page'))
    expect(run.stdout).toMatch(row('c-foreign', 'failed .*was not made by Deckhand'))
    expect(run.stdout).toMatch(row('d-unwritable', 'failed .*cannot be written'))
    expect(run.stdout).toMatch(row('e-bytes', 'failed .*not UTF-8'))
    expect(run.stdout).toMatch(row('f-good', 'built .*slides, .*page'))
    expect(run.stdout).toMatch(/^2 built, 4 failed in /m)

    // Told in the order of the list, each once, with how far the run was.
    const told = [...run.stderr.matchAll(/(\d) of 6 ·.*\/([a-f]-\w+)\/guide\.md: (\w+)$/gm)]
    expect(told.map(([, count, name, state]) => `${count} ${name} ${state}`)).toEqual([
      '1 a-broken failed',
      '2 b-good built',
      '3 c-foreign failed',
      '4 d-unwritable failed',
      '5 e-bytes failed',
      '6 f-good built',
    ])
    expect(run.stderr).not.toContain('\r')

    expect(
      reportsIn(report).map(({ findings, outputs }) => findings[0]?.code ?? `${outputs.length > 0}`),
    ).toEqual(['front-matter-broken', 'true', 'output-foreign', 'output-failed', 'source-not-utf8', 'true'])
    expect(readFileSync(join(out, 'c-foreign', 'deck.md'), 'utf8')).toBe('mine')
    expect(existsSync(join(out, 'a-broken'))).toBe(false)
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('gives the same bytes whether guides are built together or alone', async () => {
    const folder = scratch()
    const guides = ['Ant', 'Bat', 'Cat', 'Doe'].map((name) => guideIn(folder, good(name), name.toLowerCase()))
    const together = join(folder, 'together')
    const alone = join(folder, 'alone')
    const all = await deckhand(['build', ...guides, '--out', together])
    expect(all.code, all.stderr).toBe(0)
    for (const guide of guides) await deckhand(['build', guide, '--out', alone])
    const withoutReports = (out: string) =>
      Object.entries(checksums(out)).filter(([file]) => !file.endsWith('report.json'))
    expect(withoutReports(together)).toEqual(withoutReports(alone))
    expect(withoutReports(alone)).toHaveLength(4 * 5)
  })

  it('stops at once where there is no browser, and tells it once', async () => {
    const folder = scratch()
    const guides = ['a', 'b', 'c', 'd', 'e'].map((name) => guideIn(folder, good(name), name))
    const run = await deckhand(['build', ...guides, '--out', join(folder, 'out')], {
      env: { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-such-browser') },
    })
    expect(run.code).toBe(3)
    expect(run.stderr.match(/\[browser-missing\]/g)).toHaveLength(1)
    expect(run.stdout).toMatch(/^0 built, [12] failed, [34] not tried in /m)
  })

  it('is over soon after a signal, and tells what was built', async () => {
    const folder = scratch()
    const out = join(folder, 'out')
    const guides = Array.from({ length: 12 }, (_, at) => guideIn(folder, good(`G${at}`), `guide-${at}`))
    const run = await deckhand(['build', ...guides, '--out', out], {
      onStart(child) {
        child.stderr?.on('data', (chunk: Buffer) => {
          if (chunk.toString().includes('2 of 12')) child.kill('SIGINT')
        })
      },
    })
    expect(run.code).toBe(130)
    expect(run.stdout).toMatch(/\d+ built, \d+ not tried in /)
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('--shard', () => {
  it('builds each guide on exactly one machine, also where there are more machines than guides', async () => {
    const folder = scratch()
    const guides = ['a', 'b', 'c'].map((name) => guideIn(folder, good(name), name))
    const built: string[] = []
    for (let index = 1; index <= 4; index++) {
      const out = join(folder, `out-${index}`)
      const order = index % 2 ? guides : guides.toReversed()
      const report = join(folder, `report-${index}.json`)
      const run = await deckhand([
        'build',
        ...order,
        '--out',
        out,
        '--shard',
        `${index}/4`,
        '--report',
        report,
      ])
      expect(run.code, run.stderr).toBe(0)
      expect(reportsIn(report)).toHaveLength(index < 4 ? 1 : 0)
      built.push(...(existsSync(out) ? readdirSync(out) : []))
      if (index === 4) expect(run.stderr).toContain('This shard has no guide')
    }
    expect(built.toSorted()).toEqual(['a', 'b', 'c'])
  })

  it.each(['0/4', '5/4', '4', 'x'])('%s is exit 2', async (shard) => {
    const run = await deckhand(['build', '--shard', shard])
    expect(run.stderr).toContain('1/4')
    expect(run.code).toBe(2)
  })

  it('refuses two guides of one name over the whole list', async () => {
    const folder = scratch()
    const guides = ['a', 'b'].map((name) => guideIn(join(folder, name), good(name), 'talk'))
    const run = await deckhand(['build', ...guides, '--out', join(folder, 'out'), '--shard', '1/2'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('would both be built into "talk"')
  })
})
