import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPdf } from '../../src/pdf/index.js'
import { changedTemplates, deckhand, guideIn, scratch } from '../support/cli.js'

const source = `---
solutions: facilitator
---
# Bread

## Dough

Flour and water, which are the same thing as bread before somebody waits, and [a mill](https://mill.example.org/).

::::exercise[Judge a dough]{lines=2}
1. Which one has risen?

:::solution
The left one, because it stood in a warm place for two hours.
:::
::::
`

it('a kit is a folder to take to the copy shop, checked for the press', async () => {
  const folder = scratch()
  guideIn(folder, source)
  const run = (...args: string[]) => deckhand(['kit', 'talk', ...args], { cwd: folder })
  const made = await run('--people', '3')
  expect([made.code, made.stderr]).toEqual([0, expect.not.stringContaining('press-')])
  const kit = join(folder, 'kit/talk')
  expect(readdirSync(kit).toSorted()).toEqual([
    'answers-1-copy.pdf',
    'facilitator-1-copy.pdf',
    'handout-3-copies.pdf',
    'print-note.pdf',
    'report.json',
  ])
  const read = (file: string) => readPdf(new Uint8Array(readFileSync(join(kit, file))))
  const [note, handout, answers] = await Promise.all(
    ['print-note.pdf', 'handout-3-copies.pdf', 'answers-1-copy.pdf'].map(read),
  )
  const sheets = Math.ceil((handout?.pages.length ?? 0) / 2)
  expect(note?.pages.length).toBe(1)
  expect(note?.text).toMatch(
    new RegExp(`handout-3-copies\\.pdf\\s+${handout?.pages.length}\\s+${sheets}\\s+3\\s+${3 * sheets}`),
  )
  expect(answers?.text).toContain('The left one, because it stood in a warm place')
  expect(handout?.text).not.toContain('The left one')
  expect((await deckhand(['verify', join(kit, 'handout-3-copies.pdf'), 'talk'], { cwd: folder })).code).toBe(
    0,
  )

  const templates = changedTemplates(folder, {
    'handout/tables-and-figures.css': (css) => `${css}\n.part p { font-size: 8pt !important; color: #999 }`,
    'handout/links.hbs': () => '',
  })
  const poor = await run('--people', '1', '--templates', templates)
  expect(poor.code).toBe(0)
  expect(readdirSync(kit)).toContain('handout-1-copy.pdf')
  expect(readdirSync(kit)).not.toContain('handout-3-copies.pdf')
  const { findings } = JSON.parse(readFileSync(join(kit, 'report.json'), 'utf8')) as {
    findings: { code: string; message: string }[]
  }
  const told = findings.filter(({ message }) => message.includes('handout-1-copy.pdf'))
  expect(told.map(({ code }) => code).toSorted()).toEqual([
    'press-body-small',
    'press-grey',
    'press-link-hidden',
    'press-text-small',
  ])
})

it('a kit needs one guide and a number of people', async () => {
  const folder = scratch()
  guideIn(folder, source)
  guideIn(folder, source, 'other')
  const wrong = [['talk'], ['talk', '--people', '0'], ['--people', '3'], ['.', '--people', '3']]
  const codes = wrong.map(async (args) => (await deckhand(['kit', ...args], { cwd: folder })).code)
  expect(await Promise.all(codes)).toEqual([2, 2, 2, 2])
})
