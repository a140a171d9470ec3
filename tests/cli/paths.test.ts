import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { deckhand, guideIn, scratch } from '../support/cli.js'

it('a report is not written over a guide, and templates are looked for where they are said to be', async () => {
  const folder = scratch()
  const guide = guideIn(folder, '# T\n\nText.\n')
  const before = readFileSync(guide, 'utf8')
  const out = join(folder, 'out')
  const over = await deckhand(['build', guide, '--out', out, '--report', relative(process.cwd(), guide)])
  expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('over the guide')])
  expect(readFileSync(guide, 'utf8')).toBe(before)
  const nowhere = await deckhand(['build', guide, '--out', out, '--templates', join(folder, 'none')])
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('no folder of templates')])
  expect(existsSync(out)).toBe(false)
})

it('a guide that is named twice is built once', async () => {
  const folder = scratch()
  const guide = guideIn(folder, '# T\n\nText.\n')
  const args = [
    'build',
    guide,
    relative(process.cwd(), guide),
    '--only',
    'deck.md',
    '--out',
    join(folder, 'out'),
  ]
  const { code, stdout } = await deckhand(args)
  expect([code, stdout.match(/deck\.md/g)]).toEqual([0, ['deck.md']])
})

it.runIf(process.platform === 'linux')(
  'a place where no folder can be made is told, and not tried for ever',
  async () => {
    const folder = scratch()
    const { code, stderr } = await deckhand([
      'build',
      guideIn(folder, '# T\n\nText.\n'),
      '--out',
      '/proc/deckhand',
    ])
    expect([code, stderr]).toEqual([3, expect.stringContaining('[output-failed]')])
  },
)
