import type { Browser } from '../browser/index.js'
import type { Asset, Guide } from '../guide/index.js'
import { printedWidth } from '../handout/index.js'

/** Finer than anyone sees in print. */
const DOTS_PER_INCH = 300
/** A picture that is little finer is left as its author made it. */
const WORTH_IT = 1.5
const CSS_PX_PER_INCH = 96
/** What a page can draw and write again as it is; others are smaller, or move. */
const SCALED = new Set(['image/jpeg', 'image/png'])

/**
 * The guide with its photographs as fine as paper shows them: a camera's are three to ten times finer, and the browser
 * would print them whole. The guide itself where there is none.
 */
export async function withPaperPictures(guide: Guide, browser: Browser): Promise<Guide> {
  const large = [...guide.assets].flatMap(([src, asset]) => {
    const width = asset.state === 'read' ? scaledWidth(asset) : undefined
    return asset.state === 'read' && width !== undefined ? [{ src, asset, width }] : []
  })
  if (large.length === 0) return guide
  const sheet = await browser.open('<!doctype html><title>pictures</title>', { name: 'pictures' })
  const assets = new Map(guide.assets)
  try {
    for (const { src, asset, width } of large) {
      const data = Buffer.from(asset.bytes).toString('base64')
      const scaled = Buffer.from(await sheet.evaluate(scale, data, asset.mediaType, width), 'base64')
      if (scaled.length > 0 && scaled.length < asset.bytes.length)
        assets.set(src, { ...asset, bytes: new Uint8Array(scaled) })
    }
  } finally {
    await sheet.close()
  }
  return { ...guide, assets }
}

/** Dots of a picture that is much finer than paper shows; undefined where it is not. */
function scaledWidth(asset: Asset): number | undefined {
  if (!SCALED.has(asset.mediaType) || !asset.width) return undefined
  const width = Math.ceil((printedWidth(asset) / CSS_PX_PER_INCH) * DOTS_PER_INCH)
  return asset.width > width * WORTH_IT ? width : undefined
}

/** Runs in the page. Gives base64, '' where the page cannot draw the picture. */
async function scale(data: string, mediaType: string, width: number): Promise<string> {
  const image = new Image()
  image.src = `data:${mediaType};base64,${data}`
  try {
    await image.decode()
  } catch {
    return ''
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round((image.naturalHeight * width) / image.naturalWidth)
  const context = canvas.getContext('2d')
  if (!context) return ''
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL(mediaType, 0.88).split(',')[1] ?? ''
}
