import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openViewer } from '../hostile/viewer.js'
import { deckhand } from '../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-present-marp-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const note = 'Tell them how your grandmother used to bake on Saturdays before sunrise.'

it('presents a Marp deck in its own theme, and shares it without its notes', async () => {
  const source = join(folder, 'talk.md')
  writeFileSync(source, `---\nmarp: true\ntheme: gaia\n---\n\n# Hello\n\n<!-- ${note} -->\n\n---\n\n## Two\n`)
  const only = 'deck.html,deck.public.html'
  const run = await deckhand(['build', source, '--out', join(folder, 'out'), '--only', only])
  expect(run.code, run.stderr).toBe(0)
  const file = (name: string) => join(folder, 'out/talk', name)
  expect(readFileSync(file('deck.html'), 'utf8')).toContain(note)
  expect(readFileSync(file('deck.public.html'), 'utf8')).not.toContain('grandmother')
  const viewer = await openViewer()
  for (const name of ['deck.html', 'deck.public.html']) {
    const page = await viewer.open(file(name))
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await page.waitForSelector('svg.bespoke-marp-active section[id="2"]')
    const ground = await page.$eval('section', (section) => getComputedStyle(section).backgroundColor)
    expect(ground).toBe('rgb(255, 248, 225)')
  }
  const view = await viewer.open(file('deck.html'), '?view=presenter')
  await view.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await view.reload()
  expect(await view.$eval('section', (one) => getComputedStyle(one).color)).toBe('rgb(69, 90, 100)')
  await view.keyboard.press('PageDown')
  await view.waitForSelector('.dh-position')
  expect(await view.$eval('.dh-position', (position) => position.textContent)).toBe('2 of 2')
  await viewer.close()
})
