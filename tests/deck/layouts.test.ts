import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withWidestPages } from '../../src/build/cite.js'
import { deckMarkdown, fit, measureSlides, plan, qrPictures, type Slide } from '../../src/deck/index.js'
import { renderDeck } from '../../src/deck/engine.js'
import { read, type Guide } from '../../src/guide/index.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'
import { dataUris } from '../../src/build/pictures.js'
import { openViewer, type Viewer } from '../hostile/viewer.js'
import { scratch } from '../support/cli.js'
import { memoryWorld } from '../support/memory-world.js'
import { contactSheet, differences } from '../support/sheet-of-slides.js'

// What a layout looks like is kept as a picture: `PICTURES=renew npx vitest run tests/deck/layouts.test.ts` makes them
// anew. Look at what changed before you commit it.
const folder = join(import.meta.dirname, '../fixtures/layouts')
const isRenewed = process.env['PICTURES'] === 'renew'

/** Of what is drawn on a slide, as much may differ: another Chromium smooths letters in another way. */
const TOLERANCE = 0.06

const templates = await loadTemplates({ folder: 'deck' })
let viewer: Viewer
beforeAll(async () => {
  viewer = await openViewer()
})
afterAll(() => viewer.close())

async function guideFrom(name: string): Promise<Guide> {
  const files = [`${name}.md`, 'layers.svg', 'logo.svg'].map((file) => [
    `/layouts/${file}`,
    readFileSync(join(folder, file)),
  ])
  const result = await read(`/layouts/${name}.md`, memoryWorld(Object.fromEntries(files)), `${name}.md`)
  expect(result.findings).toEqual([])
  return result.guide as Guide
}

/** A guide's deck, fitted, in a page of a real browser. */
async function laidOut(name: string, variant: 'light' | 'dark', extraStyle = '') {
  const guide = await guideFrom(name)
  const words = wordsFor(guide.lang)
  const { deck } = plan(guide, words)
  const pictures = dataUris(guide, qrPictures(guide), (svg) => svg)
  const show = async (slides: readonly Slide[]): Promise<Page> => {
    const markdown = deckMarkdown(
      { ...deck, variant, extraStyle, slides: withWidestPages(slides) },
      templates,
      { ...guide, words },
    )
    const file = join(scratch(), 'deck.html')
    writeFileSync(file, renderDeck(markdown, { pictures }).html)
    const page = await viewer.open(file)
    await page.emulateMediaType('print')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return page
  }
  const fitted = await fit(
    deck.slides,
    async (slides) => {
      const page = await show(slides)
      const measures = await page.evaluate(measureSlides)
      await page.close()
      return measures
    },
    words,
  )
  expect(fitted.findings).toEqual([])
  return { page: await show(fitted.slides), slides: fitted.slides }
}

describe('the layouts', () => {
  for (const [name, variant] of [
    ['every', 'light'],
    ['every', 'dark'],
    ['arabic', 'light'],
  ] as const) {
    it(`look as they are kept, and stand on the grid: ${name}, ${variant}`, async () => {
      const { page, slides } = await laidOut(name, variant)
      expect(await page.evaluate(faultsOfGrid)).toEqual([])
      const kept = join(folder, `${name}-${variant}.png`)
      const now = await contactSheet(page)
      if (isRenewed) writeFileSync(kept, Buffer.from(now, 'base64'))
      const shares = await differences(page, now, readFileSync(kept).toString('base64'))
      const changed = slides.flatMap(({ id, layout }, index) =>
        (shares[index] ?? 1) > TOLERANCE ? [`slide ${index + 1}, ${layout} #${id}: ${shares[index]}`] : [],
      )
      expect(changed).toEqual([])
      await page.close()
    })
  }

  it('are told to differ where a title moves by a step of the grid, and to leave the grid where they do', async () => {
    const style =
      'section > h2 { padding-block-start: 8px } section.list > ul { margin-inline-start: 24px } section > footer { font-size: 15px }'
    const { page, slides } = await laidOut('arabic', 'light', style)
    const faults = await page.evaluate(faultsOfGrid)
    expect(faults.some((fault) => fault.includes('begins at 352'))).toBe(true)
    expect(faults.some((fault) => fault.includes('15 px'))).toBe(true)
    const kept = readFileSync(join(folder, 'arabic-light.png')).toString('base64')
    const shares = await differences(page, await contactSheet(page), kept)
    const titled = slides.flatMap(({ layout }, index) => (layout === 'table' ? [shares[index] ?? 0] : []))
    expect(titled.length).toBeGreaterThan(0)
    for (const share of titled) expect(share).toBeGreaterThan(TOLERANCE)
    await page.close()
  })
})

/**
 * What does not stand where look.md has it, of every slide; from the inline start, so that it holds of mirrored slides,
 * too. Runs inside the page, so it is complete in itself.
 */
function faultsOfGrid(): string[] {
  // Margin, text column, text beside a picture.
  const STARTS = [64, 328, 768]
  const [END, FOOT, SMALLEST] = [1216, 640, 17]
  // Large letters are set out by their side bearing.
  const BEARING = 11
  return [...document.querySelectorAll<HTMLElement>('svg[data-marpit-svg] section')].flatMap(
    (section, index) => {
      const frame = section.getBoundingClientRect()
      const k = frame.height / section.offsetHeight || 1
      const isRtl = getComputedStyle(section).direction === 'rtl'
      const start = (box: DOMRect) =>
        Math.round((isRtl ? frame.right - box.right : box.left - frame.left) / k)
      const end = (box: DOMRect) => Math.round((isRtl ? frame.right - box.left : box.right - frame.left) / k)
      const bottom = (box: DOMRect) => Math.round((box.bottom - frame.top) / k)
      const faults: string[] = []
      const isAtFoot = (element: Element) => element.closest('header, footer') !== null
      const blocks = [...section.children].filter((child) => !/^(?:HEADER|FOOTER|STYLE)$/.test(child.tagName))
      for (const block of blocks) {
        const box = block.getBoundingClientRect()
        if (box.width === 0) continue
        const name = `<${block.tagName.toLowerCase()}>`
        // A list of definitions has its terms in the margin: its box begins there.
        if (!STARTS.some((one) => Math.abs(one - start(box)) <= (block.tagName === 'H1' ? BEARING : 1)))
          faults.push(`${name} begins at ${start(box)}`)
        if (end(box) > END + 1) faults.push(`${name} ends at ${end(box)}`)
        if (bottom(box) > FOOT + 4) faults.push(`${name} reaches down to ${bottom(box)}`)
      }
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement as HTMLElement
        if (!node.nodeValue?.trim() || parent.closest('style, math, sup, sub, annotation')) continue
        const size = Number.parseFloat(getComputedStyle(parent).fontSize)
        if (size < SMALLEST) faults.push(`"${node.nodeValue.trim().slice(0, 20)}" has ${size} px`)
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects()) {
          if (box.width === 0) continue
          if (start(box) < 64 - BEARING || end(box) > END + 2)
            faults.push(
              `"${node.nodeValue.trim().slice(0, 20)}" leaves the margins: ${start(box)} to ${end(box)}`,
            )
          const title = parent.closest('h2, div.title')
          if (title?.parentElement === section && !isAtFoot(parent) && start(box) < 328 - 4)
            faults.push(`the title begins at ${start(box)}`)
        }
      }
      return faults.map((fault) => `slide ${index + 1}, ${section.className}: ${fault}`)
    },
  )
}
