import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import type { Browser } from '../../src/browser/index.js'
import { readPdf } from './support.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('a printed page holds its text, tags and bookmarks', async () => {
  const html = `<!doctype html><html lang=en><title>T</title><h1>Knots at sea</h1><p>The bowline — “king”.<img loading=lazy src="${pixel}">`
  const { pdf, refused } = await browser.print(html, { name: 'handout' })
  const { text, tagged, bookmarks } = await readPdf(pdf)
  expect(text).toContain('The bowline — “king”.')
  expect(tagged).toBe(true)
  expect(bookmarks).toEqual(['Knots at sea'])
  expect(refused).toEqual([])
})

test('pages print at the same time', async () => {
  const prints = await Promise.all(['one', 'two', 'three'].map((word) => browser.print(`<p>${word}`)))
  const texts = await Promise.all(prints.map(async ({ pdf }) => (await readPdf(pdf)).text))
  expect(texts).toEqual(['one', 'two', 'three'])
})

test('a page is measured under print media, at 1280 × 720, and gets its arguments', async () => {
  const html = '<style>p { width: 10px } @media print { p { width: 20px } }</style><p>x'
  const measured = await browser.measure(
    html,
    (selector: string) => {
      const [width] = [document.querySelector(selector)].map(
        (element) => element?.getBoundingClientRect().width,
      )
      return [window.innerWidth, window.innerHeight, width]
    },
    'p',
  )
  expect(measured).toEqual([1280, 720, 20])
})

test('a sheet is measured, then printed', async () => {
  const sheet = await browser.open('<p>draft')
  await sheet.evaluate((word: string) => void (document.body.textContent = word), 'final')
  const { pdf } = await sheet.print()
  await sheet.close()
  expect((await readPdf(pdf)).text).toBe('final')
})

test('a fault of the measuring function is told as it is', async () => {
  const fault = browser.measure('<p>x', () => {
    throw new RangeError('out of range')
  })
  await expect(fault).rejects.toThrow('out of range')
})

test("a page's own scripts run only when asked for", async () => {
  const html = '<p>still<script>document.body.textContent = "moved"</script>'
  const texts = await Promise.all(
    [false, true].map(
      async (javascript) => (await readPdf((await browser.print(html, { javascript })).pdf)).text,
    ),
  )
  expect(texts).toEqual(['still', 'moved'])
})

test('time zone and language do not depend on the system', async () => {
  const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' }
  const elsewhere = await openBrowser({ env })
  const seen = await elsewhere.measure('', () => [
    new Date(0).getHours(),
    navigator.language,
    (1.5).toLocaleString(),
  ])
  await elsewhere.close()
  expect(seen).toEqual([0, 'en-US', '1.5'])
})
