import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deckhand, guideIn } from '../support/cli.js'
import { openViewer, type Viewer } from './viewer.js'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-presenter-'))
const deck = join(folder, 'out/talk/deck.html')
let viewer: Viewer

beforeAll(async () => {
  const guide = guideIn(folder, '# Talk\n\n## One\n\nWords.\n\n:::notes\nSay this.\n:::\n\n## Two\n\nMore.\n')
  const run = await deckhand(['build', guide, '--out', join(folder, 'out'), '--only', 'deck.html'])
  expect(run.code, run.stderr).toBe(0)
  viewer = await openViewer()
})
afterAll(async () => {
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('runs the script of the presenter, its view and its frames under the policy', async () => {
  const page = await viewer.open(deck)
  expect(await page.evaluate(() => document.body.dataset.bespokeView)).toBe('')
  const popup = new Promise<void>((resolve) => page.once('popup', () => resolve()))
  await page.keyboard.press('p')
  await popup
  const view = await viewer.open(deck, '?view=presenter')
  expect(await view.$eval('.bespoke-marp-note', (note) => note.textContent)).toContain('Say this.')
  const shown = view.frames().map((frame) => new URL(frame.url()).search)
  expect(shown).toEqual(['?view=presenter', '?view=next'])
  const [, next] = view.frames()
  expect(await next?.evaluate(() => document.querySelectorAll('.bespoke-marp-active').length)).toBe(1)
  await page.keyboard.press('o')
  const overview = await page.waitForSelector('.bespoke-marp-overview iframe')
  expect(await (await overview?.contentFrame())?.evaluate(() => document.body.dataset.bespokeView)).toBe(
    'overview',
  )
})

it('runs no other script, and asks for nothing, whatever got into the file', async () => {
  const broken = join(folder, 'broken.html')
  const attack =
    '<script>window.owned = "script"</script><img src=x onerror="window.owned = 1">' +
    '<img src="data:image/png;base64,x" onerror="window.owned = 2"><a id=a href="javascript:window.owned=3">a</a>' +
    '<base href="http://127.0.0.1:9/"><link rel=stylesheet href="x.css"><style>@import "y.css"</style>'
  writeFileSync(broken, readFileSync(deck, 'utf8').replace('<body>', `<body>${attack}`))
  const page = await viewer.open(broken)
  await page.evaluate(() => document.getElementById('a')?.click())
  const seen = await page.evaluate(() => ({
    owned: (globalThis as { owned?: unknown }).owned ?? null,
    base: document.baseURI,
    view: document.body.dataset.bespokeView,
  }))
  expect(seen).toEqual({ owned: null, base: page.url(), view: '' })
})

it('names the hashes of two scripts alone, ours and that of marp-cli', () => {
  const [, policy = ''] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(deck, 'utf8')) ?? []
  expect(policy.match(/'sha256-[^']+'/g)).toHaveLength(2)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src[^;]*(?:unsafe|self|data:|https?:|\*)/)
})
