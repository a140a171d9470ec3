import { openBrowser, type AskedFor, type Browser } from '../browser/index.js'
import type { Finding } from '../finding/index.js'
import { createMarpThread, type MarpThread } from './marp-thread/index.js'

/** What all guides of one run share. */
export interface Engines {
  /** The one browser, started when it is first asked for. @throws EnvironmentFault where there is none */
  browser(): Promise<Browser>
  /** Marp, in the one thread that is started when it is first called. */
  readonly marp: MarpThread
  /** Starts both, for a build that is sure to come. */
  start(): void
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
  const marp = createMarpThread()
  const engines: Engines = {
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
    marp,
    start() {
      marp.warm()
      void engines.browser()
    },
    findings: () => [...told.values()],
    isWithoutBrowser: () => isWithoutBrowser,
    async close() {
      await Promise.all([
        marp.close(),
        browser?.then(
          (open) => open.close(),
          () => undefined,
        ),
      ])
    },
  }
  return engines
}
