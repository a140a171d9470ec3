import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type Page } from 'puppeteer-core'
import { browserEnvironment, findBrowser, fontsConf, systemFonts } from '../../src/browser/index.js'

/** What a page did when a reader opened it. */
export interface Seen {
  /** The canary that every script of an attack would set. */
  readonly owned: unknown
  readonly title: string
  readonly dialogs: readonly string[]
  /** All that the page asked for but itself and data:. */
  readonly asked: readonly string[]
  /** Addresses of links, frames, forms and pictures, in every attribute that holds one. */
  readonly addresses: readonly string[]
  /** Attributes that hold script. */
  readonly handlers: readonly string[]
  /** Elements that no slide needs. */
  readonly foreign: readonly string[]
  readonly slides: number
  readonly notes: number
}

/** A reader's browser: an ordinary one, with scripts on and without our guard. */
export interface Viewer {
  /** Opens a page. @param query such as `?view=presenter` */
  see(file: string, query?: string): Promise<Seen>
  /** Opens a page for a test's own steps. */
  open(file: string, query?: string): Promise<Page>
  close(): Promise<void>
}

export async function openViewer(): Promise<Viewer> {
  const found = await findBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-viewer-'))
  if (found.libraries) writeFileSync(join(folder, 'fonts.conf'), fontsConf(systemFonts(), join(folder, 'fc')))
  const browser = await puppeteer.launch({
    executablePath: found.executable,
    headless: found.shell ? 'shell' : true,
    pipe: true,
    userDataDir: join(folder, 'profile'),
    env: browserEnvironment(found, folder, process.env) as Record<string, string>,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  return {
    async see(file, query = '') {
      const page = await browser.newPage()
      const url = pathToFileURL(file).href + query
      const own = new Set([url, `${pathToFileURL(file).href}?view=next`])
      const dialogs: string[] = []
      const asked = new Set<string>()
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        const address = request.url().replace(/#.*/, '')
        if (!own.has(address) && !address.startsWith('data:')) asked.add(address)
      })
      await page.goto(url, { waitUntil: 'load' })
      // What is set off by a timer, a focus or an animation comes after the load.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)))
      const seen = await page.evaluate(look)
      await page.close()
      return { ...seen, dialogs, asked: [...asked] }
    },
    async open(file, query = '') {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href + query, { waitUntil: 'load' })
      return page
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** Runs inside the page, so it must be complete in itself. */
function look(): Omit<Seen, 'dialogs' | 'asked'> {
  const elements = [...document.querySelectorAll('*')]
  const attributes = elements.flatMap((element) => [...element.attributes])
  const holdsAddress =
    /^(?:href|xlink:href|src|srcset|action|formaction|data|poster|background|ping|cite|manifest|codebase|longdesc)$/
  const foreign = 'script,iframe,frame,object,embed,link,base,form,video,audio,meta[http-equiv],portal,applet'
  return {
    owned: (globalThis as { owned?: unknown }).owned ?? null,
    title: document.title,
    addresses: attributes.filter(({ name }) => holdsAddress.test(name)).map(({ value }) => value),
    handlers: attributes
      .filter(({ name }) => /^on/i.test(name) || name === 'srcdoc')
      .map(({ name, value }) => `${name}=${value}`),
    foreign: [...document.querySelectorAll(foreign)].map((element) => element.outerHTML.slice(0, 100)),
    slides: document.querySelectorAll('[data-marpit-svg]').length,
    notes: document.querySelectorAll('.bespoke-marp-note').length,
  }
}
