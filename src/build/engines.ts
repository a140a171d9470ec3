import { openBrowser, type Browser } from '../browser/index.js'
import type { Finding } from '../finding/index.js'
import { prepareMarpHtml, type MarpHtml } from './marp-html.js'

/** What all guides of one run share. */
export interface Engines {
  /** The one browser, started when it is first asked for. @throws EnvironmentFault where there is none */
  browser(): Promise<Browser>
  readonly marpHtml: MarpHtml
  /** What the browser had to tell since the last call. */
  takeFindings(): readonly Finding[]
  close(): Promise<void>
}

export function createEngines(options: {
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
}): Engines {
  const told: Finding[] = []
  let browser: Promise<Browser> | undefined
  return {
    browser() {
      browser ??= openBrowser({ env: process.env, ...options, onFinding: (one) => told.push(one) })
      // Whoever awaits it hears of its failure; nobody may, where every guide fails before it prints.
      browser.catch(() => undefined)
      return browser
    },
    marpHtml: prepareMarpHtml(),
    takeFindings: () => told.splice(0),
    async close() {
      await browser?.then(
        (open) => open.close(),
        () => undefined,
      )
    },
  }
}
