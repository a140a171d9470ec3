import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedTemplates, checksums, deckhand, scratch } from '../support/cli.js'

const picture = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="${colour}"/></svg>`
const source = '# Talk\n\n## One\n\nA sentence.\n\n![A square](square.svg)\n\n![A ring](ring.svg)\n'

const model = mkdtempSync(join(tmpdir(), 'deckhand-test-model-'))
afterAll(() => rmSync(model, { recursive: true, force: true }))
beforeAll(async () => {
  mkdirSync(join(model, 'talk'))
  writeFileSync(join(model, 'talk', 'guide.md'), source)
  writeFileSync(join(model, 'talk', 'square.svg'), picture('red'))
  const first = await build(model)
  expect(first.code, first.stderr).toBe(0)
})

/** The guide with its output, in a folder of its own. */
function copy() {
  const folder = scratch()
  cpSync(model, folder, { recursive: true })
  return { folder, guide: join(folder, 'talk', 'guide.md'), out: join(folder, 'out', 'talk') }
}

interface Result {
  readonly code: number | null
  readonly stderr: string
  readonly state: string | undefined
  readonly codes: readonly string[]
}

/** Builds from within the folder, so that every path is the same in each of them. */
async function build(folder: string, ...options: readonly string[]): Promise<Result> {
  const args = ['build', 'talk', '--out', 'out', '--format', 'json', ...options]
  const { code, stdout, stderr } = await deckhand(args, { cwd: folder })
  const { guides } = JSON.parse(stdout) as { guides: { state: string; findings: { code: string }[] }[] }
  return { code, stderr, state: guides[0]?.state, codes: (guides[0]?.findings ?? []).map((one) => one.code) }
}

describe('a guide that has not changed', () => {
  it('is not built again, nothing of it is touched, and its warnings are told again', async () => {
    const { folder } = copy()
    const before = checksums(join(folder, 'out'))
    const again = await build(folder)
    expect(again).toMatchObject({ code: 0, state: 'unchanged', codes: ['picture-missing'] })
    expect(checksums(join(folder, 'out'))).toEqual(before)
  })

  it('is built again with --force, to the same bytes', async () => {
    const { folder } = copy()
    const before = checksums(join(folder, 'out'))
    expect(await build(folder, '--force')).toMatchObject({ code: 0, state: 'built' })
    const withoutReport = { 'talk/report.json': '' }
    expect({ ...checksums(join(folder, 'out')), ...withoutReport }).toEqual({ ...before, ...withoutReport })
  })

  it('shows the frame of what it warns of, and says that it was not built', async () => {
    const { folder } = copy()
    const run = await deckhand(['build', 'talk', '--out', 'out'], { cwd: folder })
    expect(run.stderr).toContain('![A ring](ring.svg)')
    expect(run.stdout).toContain('Unchanged')
    expect(run.stdout).toMatch(/deck\.pdf .*slides/)
  })

  it('fails under --strict for the warning of its last build, which stays', async () => {
    const { folder } = copy()
    const before = checksums(join(folder, 'out'))
    expect(await build(folder, '--strict')).toMatchObject({ code: 1, state: 'failed' })
    expect(checksums(join(folder, 'out'))).toEqual(before)
    expect(await build(folder)).toMatchObject({ code: 0, state: 'unchanged' })
  })
})

describe('a guide is built again', () => {
  const changes: readonly [string, (at: ReturnType<typeof copy>) => readonly string[] | void][] = [
    ['when its text changes', ({ guide }) => void appendFileSync(guide, '\nMore.\n')],
    [
      'when a picture changes, though not in size',
      ({ folder }) => void writeFileSync(join(folder, 'talk', 'square.svg'), picture('tan')),
    ],
    [
      'when a picture that was missing is there',
      ({ folder }) => void writeFileSync(join(folder, 'talk', 'ring.svg'), picture('red')),
    ],
    ['when a picture goes', ({ folder }) => rmSync(join(folder, 'talk', 'square.svg'))],
    ['when a .git widens what it may read', ({ folder }) => void mkdirSync(join(folder, '.git'))],
    ['for other outputs', () => ['--only', 'deck.pdf']],
    [
      'with templates of the user',
      ({ folder }) => [
        '--templates',
        changedTemplates(folder, { 'deck/rubric.css': (text) => `${text}\n/* mine */\n` }),
      ],
    ],
    ['when an output was changed by hand', ({ out }) => void appendFileSync(join(out, 'deck.md'), 'mine')],
    ['when an output is gone', ({ out }) => rmSync(join(out, 'handout.pdf'))],
    [
      'when it was built by another version',
      ({ out }) => {
        const report = join(out, 'report.json')
        const text = readFileSync(report, 'utf8')
        const other = text.replace(/"by": "\w+"/, `"by": "${'0'.repeat(64)}"`)
        expect(other).not.toBe(text)
        writeFileSync(report, other)
      },
    ],
  ]
  it.each(changes)('%s', async (_, change) => {
    const at = copy()
    const options = change(at) ?? []
    expect(await build(at.folder, ...options)).toMatchObject({ code: 0, state: 'built' })
    expect(await build(at.folder, ...options)).toMatchObject({ code: 0, state: 'unchanged' })
  })

  it('but not over files that a broken report no longer claims', async () => {
    const { folder, out } = copy()
    writeFileSync(join(out, 'report.json'), '{"outputs": [')
    const again = await build(folder)
    expect(again).toMatchObject({ code: 1, state: 'failed' })
    expect(again.codes).toContain('output-foreign')
  })
})
