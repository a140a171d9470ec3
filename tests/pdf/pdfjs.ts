import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PlacedText {
  readonly text: string
  /** pt from the left edge. */
  readonly x: number
  /** pt from the upper edge to the baseline. */
  readonly top: number
  /** pt, the size of the letters. */
  readonly height: number
}

export interface ReadPage {
  /** pt */
  readonly size: readonly [width: number, height: number]
  readonly text: string
  readonly items: readonly PlacedText[]
}

/** The pages of a PDF as a reader that is not ours sees them. */
export async function pdfjsPages(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    return await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const page = await document.getPage(index + 1)
        const { width, height } = page.getViewport({ scale: 1 })
        const content = await page.getTextContent()
        const items = content.items.flatMap((item) =>
          'str' in item
            ? [
                {
                  text: item.str,
                  x: item.transform[4] as number,
                  top: height - item.transform[5],
                  height: item.height,
                },
              ]
            : [],
        )
        const text = items
          .map((item) => item.text)
          .join(' ')
          .replace(/\s+/g, ' ')
        return { size: [width, height] as const, text, items }
      }),
    )
  } finally {
    await document.loadingTask.destroy()
  }
}
