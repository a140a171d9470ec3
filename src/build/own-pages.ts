import type { Browser, Sheet } from '../browser/index.js'

/** The shared browser as one guide sees it. */
export interface OwnPages {
  readonly browser: Browser
  /** Closes every page that the guide has opened and not closed: where it fails midway, they would stay for the run. */
  close(): Promise<void>
}

export function ownPages(shared: Browser): OwnPages {
  const open = new Set<Sheet>()
  return {
    browser: {
      ...shared,
      async open(html, options) {
        const sheet = await shared.open(html, options)
        const close = async (): Promise<void> => {
          open.delete(own)
          await sheet.close()
        }
        const own: Sheet = { ...sheet, close }
        open.add(own)
        return own
      },
    },
    async close() {
      await Promise.all([...open].map((sheet) => sheet.close()))
    },
  }
}
