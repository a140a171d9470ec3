import { openBrowser } from '../../src/browser/index.js'

/** Prints small pages with a real Chromium. */
export interface Printer {
  print(body: string, style?: string, lang?: string): Promise<Uint8Array>
  close(): Promise<void>
}

export async function openPrinter(): Promise<Printer> {
  const browser = await openBrowser()
  return {
    async print(body, style = '', lang = 'en') {
      const head = `<meta charset="utf-8"><title>A printed page</title><style>${style}</style>`
      const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`
      return (await browser.print(html)).pdf
    },
    close: () => browser.close(),
  }
}
