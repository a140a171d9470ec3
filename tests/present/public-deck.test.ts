import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskWorld } from '../../src/build/world.js'
import { checkPublicDeck, readDeckHtml, type PublicDeck } from '../../src/check/index.js'
import { ledger, read, type Guide } from '../../src/guide/index.js'
import { openViewer } from '../hostile/viewer.js'
import { deckhand, guideIn } from '../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-public-'))
const spoken = 'Tell them how your grandmother used to bake on Saturdays before sunrise'
const answer = 'Water first, since without it nobody walks further than the second hill'
const prose = 'The long road over the pass is closed in winter, which few people know beforehand'
const source = guideIn(
  folder,
  `---
title: A walk
solutions: facilitator
outputs: [deck.html, deck.public.html]
---

## Before you go {minutes=5}

Short lead. ${prose}, and so on for many more words than a slide can ever take in.

:::notes
${spoken}.
:::

::::exercise[Pack]{minutes=2}
1. What do you take?

:::solution
${answer}.
:::
::::
`,
)
const file = join(folder, 'out/talk/deck.public.html')
let html = ''
let parts: Omit<PublicDeck, 'html'>

beforeAll(async () => {
  const run = await deckhand(['build', source, '--out', join(folder, 'out')])
  expect(run.code, run.stderr).toBe(0)
  html = readFileSync(file, 'utf8')
  const guide = (await read(source, diskWorld)).guide as Guide
  const place = { file: source, line: 9, column: 1 }
  parts = { guide, ledger: ledger(guide), moved: [{ text: prose, place }] }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('has the slides of deck.html and nothing of the speaker', () => {
  const full = readFileSync(join(folder, 'out/talk/deck.html'), 'utf8')
  expect(full).toContain(spoken)
  expect(full).toContain(prose)
  expect(readDeckHtml(html)).toEqual({ slides: readDeckHtml(full).slides, notes: [] })
  for (const words of [spoken, answer, prose, 'data-bespoke-marp-osc="presenter"'])
    expect(html).not.toContain(words)
})

it('has no presenter view, by key or by address, and turns, counts down and helps', async () => {
  const viewer = await openViewer()
  const page = await viewer.open(file, '?view=presenter#3')
  const opened: unknown[] = []
  page.on('popup', (popup) => opened.push(popup))
  expect(await page.evaluate(() => document.body.dataset.bespokeView)).toBe('')
  await page.keyboard.press('p')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('t')
  await page.keyboard.press('?')
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  expect(await page.$eval('.bespoke-marp-active header', (header) => header.textContent)).toContain('2:00')
  expect(await page.$eval('.dh-help dl', (list) => list.textContent)).not.toMatch(/Presenter view|Clock/)
  expect(opened).toEqual([])
  await viewer.close()
})

it('is refused with a run of words that it leaves out, wherever they stand', () => {
  const told = (change: (html: string) => string) =>
    checkPublicDeck({ ...parts, html: change(html) }).map(({ code, place }) => [code, place?.line])
  expect(told((text) => text)).toEqual([])
  expect(told((text) => text.replace('</body>', `<!-- ${spoken} --></body>`))).toEqual([['words-leaked', 12]])
  expect(told((text) => text.replace('hidden data-deck', `hidden title="${answer}" data-deck`))).toEqual([
    ['words-leaked', 19],
  ])
  expect(told((text) => text.replace('</svg></div>', `</svg></div><p>${prose}</p>`))).toEqual([
    ['words-leaked', 9],
  ])
  expect(
    told((text) => text.replace('</svg></div>', '</svg></div><p>The long road over the pass</p>')),
  ).toEqual([])
})
