import type { Page } from 'puppeteer-core'

/** Slides beside each other in a contact sheet. */
const COLUMNS = 4

/** px, a quarter of a slide: small enough to keep, large enough to see what stands where. */
const SLIDE = { width: 320, height: 180 }

/** The page's slides as one PNG, in base64, four beside each other. */
export async function contactSheet(page: Page): Promise<string> {
  const { width, height } = SLIDE
  await page.setViewport({ width: width * COLUMNS, height: height * COLUMNS })
  await page.addStyleTag({
    content: `html, body { direction: ltr; margin: 0 !important; background: #999 }
      body > div { direction: ltr; display: grid !important; grid-template-columns: repeat(${COLUMNS}, ${width}px) }
      body > div > svg { display: block !important; width: ${width}px !important; height: ${height}px !important }`,
  })
  const box = await (await page.$('body > div'))?.boundingBox()
  if (!box) throw new Error('The page has no slides.')
  const clip = { x: 0, y: 0, width: width * COLUMNS, height: Math.round(box.height) }
  return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: true })
}

/**
 * By slide, the pixels that differ between two contact sheets by more than the smoothing of edges can, as a share of
 * those that are not paper; 1 for all slides where the sheets have not the same size.
 */
export function differences(page: Page, one: string, other: string): Promise<readonly number[]> {
  return page.evaluate(
    async (pictures, { width, height }, columns, least) => {
      const sheets = await Promise.all(
        pictures.map(async (png) => {
          const image = new Image()
          image.src = `data:image/png;base64,${png}`
          await image.decode()
          const canvas = document.createElement('canvas')
          canvas.width = image.width
          canvas.height = image.height
          const pen = canvas.getContext('2d') as CanvasRenderingContext2D
          pen.drawImage(image, 0, 0)
          return pen.getImageData(0, 0, image.width, image.height)
        }),
      )
      const [a, b] = sheets as [ImageData, ImageData]
      const count = Math.round(a.height / height) * columns
      if (a.width !== b.width || a.height !== b.height) return Array.from({ length: count }, () => 1)
      const slides = Array.from({ length: count }, () => ({ ink: 0, changed: 0 }))
      const isFar = (from: ImageData, at: number, to: ImageData, other: number) =>
        [0, 1, 2].some(
          (channel) => Math.abs((from.data[at + channel] ?? 0) - (to.data[other + channel] ?? 0)) > least,
        )
      for (let at = 0; at < a.data.length; at += 4) {
        const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)]
        const [column, row] = [Math.floor(x / width), Math.floor(y / height)]
        const slide = slides[row * columns + column]
        // The last corner of a slide is paper on every layout.
        const corner = (((row + 1) * height - 1) * a.width + (column + 1) * width - 1) * 4
        if (!slide) continue
        if (isFar(a, at, a, corner) || isFar(b, at, b, corner)) slide.ink++
        if (isFar(a, at, b, at)) slide.changed++
      }
      return slides.map(({ ink, changed }) => changed / Math.max(1, ink))
    },
    [one, other],
    SLIDE,
    COLUMNS,
    EDGE,
  )
}

/** Of 255, how much an edge may be smoothed in another way. */
const EDGE = 64
