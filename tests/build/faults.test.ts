import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changedTemplates, checksums, deckhand, guideIn, root, scratch } from '../support/cli.js'

const small = readFileSync(join(root, 'tests/fixtures/build/small/guide.md'), 'utf8')

const model = mkdtempSync(join(tmpdir(), 'deckhand-test-model-'))
afterAll(() => rmSync(model, { recursive: true, force: true }))
beforeAll(async () => {
  cpSync(join(root, 'tests/fixtures/build/small'), join(model, 'small'), { recursive: true })
  const { code, stderr } = await deckhand([
    'build',
    join(model, 'small', 'guide.md'),
    '--out',
    join(model, 'out'),
  ])
  expect(code, stderr).toBe(0)
})

/** A folder with a small guide that was built well, and the checksums of that output. */
function builtWell() {
  const folder = scratch()
  cpSync(model, folder, { recursive: true })
  const out = join(folder, 'out')
  return { folder, guide: join(folder, 'small', 'guide.md'), out, before: checksums(out) }
}

describe('a check fails', () => {
  const broken: readonly [string, Parameters<typeof changedTemplates>[1], RegExp][] = [
    [
      'when a template drops a section',
      {
        'handout/handout.hbs': (text) =>
          text.replace(
            '{{#each sections}}{{> section}}{{/each}}',
            '{{#each sections}}{{#if @first}}{{> section}}{{/if}}{{/each}}',
          ),
      },
      /section-missing|heading-missing/,
    ],
    [
      'when the handout loses its paragraphs',
      { 'handout/paragraph.hbs': () => '<p>gone</p>' },
      /words-missing/,
    ],
    [
      'when a note leaks onto a slide',
      {
        'deck/body.hbs': (text) =>
          `The quick brown fox jumps over the lazy dog while the band plays on.\n\n${text}`,
      },
      /words-leaked/,
    ],
    [
      'when a stylesheet cuts a slide off',
      { 'deck/rubric.css': (text) => `${text}\nsection.title > h1 { margin-block-start: 700px; }\n` },
      /slide-cut-off/,
    ],
    [
      'when a stylesheet hides what a slide says',
      { 'deck/rubric.css': (text) => `${text}\nsection.list > ul > li:last-child { display: none; }\n` },
      /slide-words-lost|words-missing/,
    ],
  ]
  it.each(broken)('%s: exit 1, the last good output whole', async (_, changes, code) => {
    const { folder, guide, out, before } = builtWell()
    const templates = changedTemplates(folder, changes)
    const run = await deckhand(['build', guide, '--out', out, '--templates', templates])
    expect(run.stderr).toMatch(code)
    expect(run.code).toBe(1)
    expect(checksums(out)).toEqual(before)
  })
})

describe('faults of the content', () => {
  it.each([
    [
      'broken front matter',
      small.replace('title: A small guide', 'title: "A small guide'),
      'front-matter-broken',
      1,
    ],
    ['an unclosed directive', `${small}\n:::notes\nnever closed\n`, 'directive-unclosed', 1],
    [
      'a slide of the author that is cut off',
      `${small}\n### Mine\n\n:::slide\n${'# Much\n\n'.repeat(12)}:::\n`,
      'slide-cut-off',
      1,
    ],
    ['a picture that is not there', small.replace('dot.svg', 'gone.svg'), 'picture-missing', 0],
  ])('%s', async (_, source, code, exit) => {
    const { guide, out, before } = builtWell()
    writeFileSync(guide, source)
    const run = await deckhand(['build', guide, '--out', out])
    expect(run.stderr).toContain(`[${code}]`)
    expect(run.stderr).toMatch(/guide\.md:\d+:\d+/)
    expect(run.code).toBe(exit)
    if (exit === 1) expect(checksums(out)).toEqual(before)
  })

  it('a request to the network or to a file is refused and told, and nobody hears it', async () => {
    const heard: string[] = []
    const server = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const folder = scratch()
    const slide = `### Mine\n\n:::slide\n![near](${address}/a.svg)\n![file](file:///etc/hostname)\n:::\n`
    const guide = guideIn(folder, `## One\n\nText.\n\n![far](${address}/b.png)\n\n${slide}`)
    const run = await deckhand(['build', guide, '--out', join(folder, 'out')])
    server.close()
    expect(heard).toEqual([])
    expect(run.stderr).toContain('[picture-refused]')
    expect(run.stderr.match(/\[picture-remote\]/g)).toHaveLength(2)
    expect(run.code).toBe(0)
  })

  it('a template with a fault in its syntax', async () => {
    const { folder, guide, out, before } = builtWell()
    const templates = changedTemplates(folder, { 'deck/deck.hbs': (text) => `${text}{{#each slides}}` })
    const run = await deckhand(['build', guide, '--out', out, '--templates', templates])
    expect(run.stderr).toContain('[template-broken]')
    expect(run.code).toBe(1)
    expect(checksums(out)).toEqual(before)
  })

  it('all findings of a guide are told together, and the report holds them', async () => {
    const folder = scratch()
    const report = join(folder, 'report.json')
    const guide = guideIn(folder, '---\ntitel: x\n---\n\n## A\n\n:::nots\nText.\n:::\n\n:::notes\nopen\n')
    const run = await deckhand(['build', guide, '--out', join(folder, 'out'), '--report', report])
    expect(run.code).toBe(1)
    const { findings } = JSON.parse(readFileSync(report, 'utf8')) as {
      findings: { code: string; line: number }[]
    }
    expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'front-matter-key 2',
      'directive-unknown 7',
      'directive-unclosed 11',
    ])
    expect(existsSync(join(folder, 'out', 'talk'))).toBe(false)
    expect(run.stderr).not.toContain('    at ')
  })
})

describe('wrong usage', () => {
  it.each([
    [['build', 'nowhere.md'], /no guide at "nowhere\.md"/],
    [['build', '/proc'], /holds no guide/],
    [['build', '--colour'], /colour/i],
    [['build', 'README.md', '--only', 'deck.ppt'], /deck\.ppt/],
    [['biuld'], /not a command/],
  ])('%j is exit 2', async (args, message) => {
    const run = await deckhand(args)
    expect(run.stderr).toMatch(message)
    expect(run.code).toBe(2)
  })

  it('two guides of one name are exit 2 before any work', async () => {
    const folder = scratch()
    const first = guideIn(join(folder, 'a'), '# A\n')
    const second = guideIn(join(folder, 'b'), '# B\n')
    const run = await deckhand(['build', first, second, '--out', join(folder, 'out')])
    expect(run.code).toBe(2)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})

describe('faults of the machine (more of them in tests/faults)', () => {
  it('no browser: exit 3 and one sentence', async () => {
    const folder = scratch()
    const guide = guideIn(folder, '# A\n\nText.\n')
    const run = await deckhand(['build', guide, '--out', join(folder, 'out')], {
      env: { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-such-browser') },
    })
    expect(run.stderr).toContain('[browser-missing]')
    expect(run.code).toBe(3)
  })
})
