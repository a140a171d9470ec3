import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { scratch } from '../support/cli.js'
import { measureDeck } from './slides.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A deck as marp-cli writes it, of slides that are handed in. */
async function measured(slides: readonly string[], pdfPages: readonly string[]) {
  const file = join(scratch(), 'deck.html')
  const sections = slides.map(
    (slide) =>
      `<svg data-marpit-svg viewBox="0 0 1280 720"><foreignObject width="1280" height="720"><section>${slide}</section></foreignObject></svg>`,
  )
  const style =
    'body { margin: 0 } section { width: 1280px; height: 720px; overflow: hidden; font: 30px/40px serif } p { margin: 0 }'
  writeFileSync(file, `<!doctype html><style>${style}</style>${sections.join('')}`)
  return measureDeck(browser, file, pdfPages)
}

test('slides that show all that they hold have no fault', async () => {
  const { count, faults, boxes } = await measured(
    ['<p>All is well.</p>', '<p>Here, too.</p><div class="missing"><p>Picture: a ladder</p></div>'],
    ['All is well.', 'Here, too. Picture: a ladder'],
  )
  expect({ count, faults, boxes }).toEqual({ count: 2, faults: [], boxes: 1 })
})

test.each([
  ['text below the slide', `<p style="position: absolute; top: 706px">Low.</p>`, 'px outside'],
  [
    'text beside the slide',
    `<p style="margin-left: 1270px; white-space: nowrap">Wide it is.</p>`,
    'px outside',
  ],
  [
    'a picture past the edge',
    `<p>Low.</p><img style="display: block; width: 9px; height: 800px">`,
    'px outside',
  ],
  [
    'a part that scrolls',
    `<div style="height: 50px; overflow: auto"><p>Low.</p><p>Low.</p></div>`,
    '<div> scrolls',
  ],
  ['text that is too small', `<p style="font-size: 16px">Low.</p>`, 'text of 16 px'],
  ['text that the PDF lacks', `<p>Low. And gone.</p>`, 'deck.pdf lacks And gone'],
])('%s is a fault', async (_, slide, fault) => {
  const { faults } = await measured([slide], ['Low. Low. Wide it is.'])
  expect(faults.join()).toContain(`slide 1: `)
  expect(faults.join()).toContain(fault)
})

test('the ink of a large numeral counts, not the room that its font leaves', async () => {
  const numeral = '<p style="position: absolute; top: 180px; font: 440px/440px serif">1</p>'
  expect((await measured([numeral], ['1'])).faults).toEqual([])
})

test('slides that are not pages of the PDF are told', async () => {
  expect((await measured(['<p>One.</p>'], ['One.', 'Two.'])).faults).toEqual([
    'deck.html has 1 slides, deck.pdf 2 pages',
  ])
})
