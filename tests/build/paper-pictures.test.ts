import { imageSize } from 'image-size'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { withPaperPictures } from '../../src/build/paper-pictures.js'
import type { Asset, Guide } from '../../src/guide/index.js'
import { chunk, jpeg, png } from '../picture/bytes.js'

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

function asset(bytes: Uint8Array, mediaType: string): Asset {
  const { width, height } = imageSize(bytes)
  return { state: 'read', name: 'a', mediaType, bytes, width, height }
}

function guideOf(assets: Readonly<Record<string, Asset>>): Guide {
  return { assets: new Map(Object.entries(assets)) } as unknown as Guide
}

/** As heavy as a photograph, though grey. */
function photo(width: number, height: number): Asset {
  return asset(png(width, height, { more: [chunk('teXt', Buffer.alloc(300_000, 1))] }), 'image/png')
}

test('a photograph is made as fine as paper shows it, 300 dots an inch; others stay as they are', async () => {
  const guide = guideOf({
    // Across text and margin, 174 mm; in the text column, 118 mm.
    'wide.png': photo(4000, 2000),
    'tall.png': photo(3000, 4000),
    'fine.png': photo(2500, 1000),
    'small.jpg': asset(jpeg, 'image/jpeg'),
  })
  const paper = await withPaperPictures(guide, browser)
  const sizes = [...paper.assets].map(([src, one]) => {
    const { width, height } = imageSize((one as Asset).bytes)
    return [src, width, height]
  })
  expect(sizes.slice(0, 3)).toEqual([
    ['wide.png', 2057, 1029],
    ['tall.png', 1394, 1859],
    ['fine.png', 2500, 1000],
  ])
  expect(paper.assets.get('small.jpg')).toBe(guide.assets.get('small.jpg'))
  // The guide itself, and its deck, keep what the author gave.
  expect(imageSize((guide.assets.get('wide.png') as Asset).bytes).width).toBe(4000)
  const again = await withPaperPictures(guide, browser)
  expect(again.assets).toEqual(paper.assets)
})

test('a guide without large pictures is taken as it is', async () => {
  const guide = guideOf({ 'small.jpg': asset(jpeg, 'image/jpeg') })
  expect(await withPaperPictures(guide, browser)).toBe(guide)
})
