import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deckhand, guideIn, scratch } from '../support/cli.js'

it('a printed PDF is verified against its guide, with or without its name', async () => {
  const folder = scratch()
  const source = '# Bread (and "butter")\n\n## Dough\n\nFlour.\n\n## Ruhe für später\n\nAn hour.\n'
  const guide = guideIn(join(folder, 'content'), source)
  const run = (...args: string[]) => deckhand(args, { cwd: folder })
  expect((await run('build', '--only', 'handout.pdf,deck.pdf')).code).toBe(0)
  const [handout, deck] = ['output/talk/handout.pdf', 'output/talk/deck.pdf']

  const same = await run('verify', handout)
  expect([same.code, same.stdout]).toEqual([0, expect.stringContaining('It matches content/talk/guide.md.')])
  expect((await run('verify', deck, 'content/talk')).code).toBe(0)

  writeFileSync(guide, source.replace('An hour.', 'Two hours.'))
  const changed = await run('verify', deck, 'content/talk/guide.md')
  expect(changed.code).toBe(1)
  expect(changed.stdout).toMatch(/changed {2}2 Ruhe für später \(line 7\)/)
  expect(changed.stdout).not.toContain('Dough')

  // Elsewhere, the PDF still knows its guide's name; alone, it says what it was made from.
  copyFileSync(join(folder, handout), join(folder, 'print.pdf'))
  expect((await run('verify', 'print.pdf')).code).toBe(1)
  const alone = await deckhand(['verify', join(folder, 'print.pdf')], { cwd: scratch() })
  expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('was made from "Bread')])

  const foreign = readFileSync(join(folder, handout), 'latin1').replaceAll('/GuideHash', '/OtherHash')
  writeFileSync(join(folder, 'foreign.pdf'), foreign, 'latin1')
  const wrong = [[], [guide], ['foreign.pdf']]
  expect(await Promise.all(wrong.map(async (args) => (await run('verify', ...args)).code))).toEqual([2, 2, 2])
})
