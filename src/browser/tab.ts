import { rm, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'
import { orScratchFault } from '../disk/index.js'
import { guard } from './guard.js'
import type { Guard, GuardOptions } from './guard.js'
import { BrowserLost } from './lost.js'

/** A guarded page that is ready to load a document. */
export interface Tab {
  readonly page: Page
  readonly guard: Guard
  /** Aborted when the page's process has crashed, also between two steps. */
  readonly crashed: AbortSignal
}

/** Guards a page and sets it up to lay out for print. */
export async function prepareTab(page: Page, options: GuardOptions = {}): Promise<Tab> {
  page.setDefaultTimeout(0)
  const crash = new AbortController()
  const crashed = new Promise<never>((_, reject) => {
    page.on('error', () => {
      crash.abort()
      reject(new BrowserLost('a page crashed, perhaps for want of memory'))
    })
  })
  crashed.catch(() => {}) // Later steps look at the signal.
  const prepare = async (): Promise<Tab> => {
    const session = await page.createCDPSession()
    const [guarded] = await Promise.all([
      guard(page, session, options),
      // Not page.emulateMediaType: when the document moves to another process, this session's state is restored last.
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    ])
    return { page, guard: guarded, crashed: crash.signal }
  }
  return Promise.race([prepare(), crashed])
}

export interface Document {
  readonly html: string
  /** The file that it is written to while it loads. */
  readonly path: string
  readonly javascript: boolean
}

/**
 * Loads HTML from a file of its own, and waits for its fonts and pictures.
 * @throws EnvironmentFault `scratch-failed`
 */
export async function loadTab(tab: Tab, { html, path, javascript }: Document): Promise<void> {
  const url = pathToFileURL(path).href
  // By way of a file: setContent is two to five times slower on long documents.
  await Promise.all([
    orScratchFault(path, () => writeFile(path, html, { mode: 0o600 })),
    tab.page.setJavaScriptEnabled(javascript),
  ])
  tab.guard.admit(url)
  await orScratchFault(path, () => tab.page.goto(url, { waitUntil: 'load' }).catch(rethrowAsMissing))
  await tab.page.evaluate(settled)
  await rm(path, { force: true })
}

/**
 * Prints what the tab shows on the paper that its stylesheet names: tagged and with bookmarks, or as a draft without,
 * which has the same pages and destinations in less time.
 */
export async function printTab(tab: Tab, isDraft: boolean): Promise<Uint8Array> {
  return tab.page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: !isDraft,
    outline: !isDraft,
    waitForFonts: false,
    timeout: 0,
  })
}

/** The file may be swept away between its writing and its loading. */
function rethrowAsMissing(error: Error): never {
  throw error.message.includes('ERR_FILE_NOT_FOUND') ? Object.assign(error, { code: 'ENOENT' }) : error
}

/** As text, so that no bundler's helper gets in. Timers do not run where JavaScript is off; these promises do. */
const settled = `(async () => {
  globalThis.__name ??= (value) => value // esbuild wraps named functions in it, also those for evaluate.
  // The load event has waited for all others; decoding those, too, would only take time.
  const lazy = [...document.images].filter((picture) => picture.loading === 'lazy')
  for (const picture of lazy) picture.loading = 'eager'
  await Promise.all(lazy.map((picture) => picture.decode().catch(() => {})))
  await document.fonts.ready
})()`
