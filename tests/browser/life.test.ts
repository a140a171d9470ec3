import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { bundleBrowser, processesOf, readPdf, temporaryFolder, until } from './support.js'

let folder: ReturnType<typeof temporaryFolder>
let bundle: Awaited<ReturnType<typeof bundleBrowser>>
const env = (): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: folder.path })
const endless = '<script>for (;;);</script>'

beforeAll(async () => {
  bundle = await bundleBrowser()
})
afterAll(() => bundle.remove())
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** No process and no file may be left; a killed process takes a moment to be gone. */
async function nothingIsLeft(): Promise<void> {
  await until(() => processesOf(folder.path).length === 0)
  expect(folder.entries()).toEqual([])
}

test('closing leaves nothing, and can be done twice', async () => {
  const browser = await openBrowser({ env: env() })
  expect(processesOf(folder.path)).not.toEqual([])
  await browser.print('<p>x')
  await Promise.all([browser.close(), browser.close()])
  await browser.close()
  await nothingIsLeft()
  await expect(browser.print('<p>x')).rejects.toThrow('closed')
})

test('aborting rejects what is under way with the reason, and leaves nothing', async () => {
  const abort = new AbortController()
  const browser = await openBrowser({ env: env(), signal: abort.signal })
  const printing = browser.print(endless, { javascript: true })
  setTimeout(() => abort.abort(new Error('interrupted')), 200)
  await expect(printing).rejects.toThrow('interrupted')
  await browser.close()
  await nothingIsLeft()
})

test('aborting during the launch leaves nothing', async () => {
  const abort = new AbortController()
  const opening = openBrowser({ env: env(), signal: abort.signal })
  void until(() => processesOf(folder.path).length > 0).then(() => abort.abort(new Error('interrupted')))
  const outcome = await opening.then(
    (browser) => browser.close(),
    (error: unknown) => error,
  )
  expect([undefined, abort.signal.reason]).toContain(outcome)
  await nothingIsLeft()
})

test('a browser that is killed in the middle of a print is replaced, and the print done again', async () => {
  const browser = await openBrowser({ env: env() })
  const first = browser.pid as number
  const printing = browser.print(Array.from({ length: 8000 }, (_, n) => `<p>line ${n}`).join(''))
  setTimeout(() => process.kill(first, 'SIGKILL'), 150)
  expect((await readPdf((await printing).pdf)).text).toContain('line 7999')
  await until(() => browser.pid !== first)
  await browser.print('<p>x')
  await browser.close()
  await nothingIsLeft()
})

test('a sheet outlives its browser, with what was done to it', async () => {
  const browser = await openBrowser({ env: env() })
  const sheets = await Promise.all([browser.open('<p>a'), browser.open('<p>b')])
  await Promise.all(sheets.map((sheet) => sheet.evaluate(() => void document.body.append(' marked'))))
  process.kill(browser.pid as number, 'SIGKILL')
  const texts = await Promise.all(
    sheets.map(async (sheet) => (await readPdf((await sheet.print()).pdf)).text),
  )
  expect(texts.map((text) => text.replace(/\s+/g, ' '))).toEqual(['a marked', 'b marked'])
  await browser.close()
  await nothingIsLeft()
})

test('a page that hangs twice is a fault of the environment, and the next one prints', async () => {
  const browser = await openBrowser({ env: env(), timeoutSeconds: 3 })
  await expect(browser.print(endless, { javascript: true })).rejects.toMatchObject({
    name: 'EnvironmentFault',
    finding: {
      code: 'browser-failed',
      message: expect.stringContaining('did not answer within 3 s') as string,
    },
  })
  const { pdf } = await browser.print('<p>alive')
  expect((await readPdf(pdf)).text).toBe('alive')
  await browser.close()
  await nothingIsLeft()
})

test('a process that exits hard takes its browser along', async () => {
  const child = bundle.run('await openBrowser(); console.log("up"); process.exit(1)', env())
  await once(child, 'close')
  await nothingIsLeft()
})

test('a process that is killed takes its browser along', async () => {
  const child = bundle.run('await openBrowser(); console.log("up")', env())
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  child.kill('SIGKILL')
  await until(() => processesOf(folder.path).length === 0)
})
