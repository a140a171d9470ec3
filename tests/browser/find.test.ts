import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findBrowser, openBrowser } from '../../src/browser/index.js'
import { installedBrowser, puppeteerBrowser } from '../../src/browser/installed.js'
import { markOf } from '../../src/disk/index.js'
import { bundleBrowser, outputOf, processesOf, readPdf, temporaryFolder } from './support.js'

const canUnpack = process.platform === 'linux' && process.arch === 'x64'
let folder: ReturnType<typeof temporaryFolder>
let bundle: Awaited<ReturnType<typeof bundleBrowser>>
const env = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: folder.path, ...more })

beforeAll(async () => {
  bundle = await bundleBrowser()
})
afterAll(() => bundle.remove())
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

test('a path that names no browser is told as such', async () => {
  const path = join(folder.path, 'none')
  await expect(openBrowser({ env: env({ PUPPETEER_EXECUTABLE_PATH: path }) })).rejects.toMatchObject({
    name: 'EnvironmentFault',
    finding: { code: 'browser-missing', message: expect.stringContaining(path) as string },
  })
})

test('a program that is no browser is told with its own words, and leaves nothing', async () => {
  const path = join(folder.path, 'chrome')
  writeFileSync(path, '#!/bin/sh\necho "error while loading shared libraries: libx.so" >&2; exit 127\n')
  chmodSync(path, 0o755)
  await expect(openBrowser({ env: env({ PUPPETEER_EXECUTABLE_PATH: path }) })).rejects.toMatchObject({
    name: 'EnvironmentFault',
    finding: { code: 'browser-failed', message: expect.stringContaining('libx.so') as string },
  })
  expect(folder.entries()).toEqual(['chrome'])
})

test('the path of the environment comes first', async () => {
  const path = join(folder.path, 'chrome-headless-shell')
  writeFileSync(path, '', { mode: 0o755 })
  expect(await findBrowser(env({ PUPPETEER_EXECUTABLE_PATH: path }))).toEqual({
    executable: path,
    shell: true,
  })
})

test.runIf(canUnpack)('builds that unpack at the same time end with one good browser', async () => {
  const cache = join(folder.path, 'cache')
  const dead = markOf(process.pid).replace(/^\d+/, '4194304')
  mkdirSync(join(cache, 'deckhand', `chromium-147.0.0.${dead}-000000`), { recursive: true })
  const script = 'console.log((await findBrowser(process.env, () => {})).executable)'
  const children = [0, 1].map(() => bundle.run(script, env({ XDG_CACHE_HOME: cache })))
  const found = await Promise.all(children.map(outputOf))

  const [only, ...others] = readdirSync(join(cache, 'deckhand'))
  expect(others).toEqual([])
  expect(new Set(found)).toEqual(new Set([`${join(cache, 'deckhand', only as string, 'chromium')}\n`]))

  const told: string[] = []
  const browser = await openBrowser({
    env: env({ XDG_CACHE_HOME: cache }),
    onProgress: (message) => told.push(message),
  })
  expect((await readPdf((await browser.print('<p>printed')).pdf)).text).toBe('printed')
  await browser.close()
  expect(told).toEqual([])
})

test.runIf(canUnpack)(
  'without a home to write to, the browser lies in a private folder until it is closed',
  async () => {
    const file = join(folder.path, 'file')
    writeFileSync(file, '')
    const told: string[] = []
    const browser = await openBrowser({
      env: env({ XDG_CACHE_HOME: join(file, 'cache') }),
      onProgress: (message) => told.push(message),
    })
    expect((await readPdf((await browser.print('<p>printed')).pdf)).text).toBe('printed')
    await browser.close()
    expect(told).toEqual(['Unpacking the browser (once)…'])
    expect(processesOf(folder.path)).toEqual([])
    expect(folder.entries()).toEqual(['file'])
    expect(existsSync(join(file, 'cache'))).toBe(false)
  },
)

test.runIf(process.platform === 'linux')(
  "puppeteer's newest headless shell comes before its newest Chrome, and both before what is installed",
  () => {
    const at = (...names: string[]): string => join(folder.path, ...names)
    const place = (...names: string[]): string => {
      mkdirSync(at(...names.slice(0, -1)), { recursive: true })
      writeFileSync(at(...names), '', { mode: 0o755 })
      return at(...names)
    }
    const home = { HOME: folder.path, PATH: at('bin') }
    const cached = (browser: string, version: string): string =>
      place('.cache', 'puppeteer', browser, `linux-${version}`, `${browser}-linux64`, browser)
    const installed = place('bin', 'chromium')
    expect(puppeteerBrowser(home)).toBeUndefined()
    expect(installedBrowser(home)).toBe(installed)
    const chromes = ['99.0.1.0', '131.0.2.0'].map((version) => cached('chrome', version))
    expect(puppeteerBrowser(home)).toBe(chromes[1])
    const shells = ['131.0.2.0', '99.0.1.0'].map((version) => cached('chrome-headless-shell', version))
    expect(puppeteerBrowser(home)).toBe(shells[0])
  },
)
