import { openBrowser, type AskedFor, type Browser } from '../browser/index.js'
import type { Finding } from '../finding/index.js'
import { prepareMarpHtml, type MarpHtml } from './marp-html.js'

/** What all guides of one run share. */
export interface Engines {
  /** The one browser, started when it is first asked for. @throws EnvironmentFault where there is none */
  browser(): Promise<Browser>
  readonly marpHtml: MarpHtml
  /** What the browser has told about the machine. */
  findings(): readonly Finding[]
  /** Whether no browser could be started: no guide can be built then. */
  isWithoutBrowser(): boolean
  close(): Promise<void>
}

export function createEngines(options: {
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
  readonly onRequest?: ((request: AskedFor) => void) | undefined
}): Engines {
  const told = new Map<string, Finding>()
  let browser: Promise<Browser> | undefined
  let isWithoutBrowser = false
  return {
    browser() {
      browser ??= openBrowser({
        env: process.env,
        ...options,
        onFinding: (one) => told.set(one.message, one),
      })
      // Whoever awaits it hears of its failure; nobody may, where every guide fails before it prints.
      browser.catch(() => (isWithoutBrowser = true))
      return browser
    },
    marpHtml: prepareMarpHtml(),
    findings: () => [...told.values()],
    isWithoutBrowser: () => isWithoutBrowser,
    async close() {
      await browser?.then(
        (open) => open.close(),
        () => undefined,
      )
    },
  }
}
