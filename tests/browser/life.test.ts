import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { bundleBrowser, pagesOf, processesOf, readPdf, temporaryFolder, until } from './support.js'

let folder: ReturnType<typeof temporaryFolder>
let bundle: Awaited<ReturnType<typeof bundleBrowser>>
const env = (): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: folder.path })
/** Seconds: a fresh browser has to be up in it on a busy machine, too, and the tests wait for it to be over. */
const PATIENCE = 4
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

const lost = (message: string) => ({
  name: 'BrowserLost',
  finding: { code: 'browser-failed', message: expect.stringContaining(message) as string },
})

test('a browser that is killed in the middle of a print is lost, and the next print has a fresh one', async () => {
  const browser = await openBrowser({ env: env() })
  const first = browser.pid as number
  const printing = browser.print(Array.from({ length: 30_000 }, (_, n) => `<p>line ${n}`).join(''))
  setTimeout(() => process.kill(first, 'SIGKILL'), 150)
  await expect(printing).rejects.toMatchObject(lost('it ended unexpectedly'))
  expect((await readPdf((await browser.print('<p>alive')).pdf)).text).toBe('alive')
  expect(browser.pid).not.toBe(first)
  await browser.close()
  await nothingIsLeft()
})

test('a browser that ended while nobody used it is replaced without a word', async () => {
  const browser = await openBrowser({ env: env() })
  await browser.print('<p>x')
  const first = browser.pid as number
  process.kill(first, 'SIGKILL')
  await until(() => browser.pid === undefined)
  expect((await readPdf((await browser.print('<p>alive')).pdf)).text).toBe('alive')
  expect(browser.pid).not.toBe(first)
  await browser.close()
  await nothingIsLeft()
})

test('the sheets of a lost browser are lost with it', async () => {
  const browser = await openBrowser({ env: env() })
  const sheets = await Promise.all([browser.open('<p>a'), browser.open('<p>b')])
  process.kill(browser.pid as number, 'SIGKILL')
  for (const sheet of sheets) await expect(sheet.print()).rejects.toMatchObject(lost('it ended unexpectedly'))
  await Promise.all(sheets.map((sheet) => sheet.close()))
  await browser.close()
  await nothingIsLeft()
})

test('a browser that is stopped counts as hung, and ends with all its processes', async () => {
  const browser = await openBrowser({ env: env(), timeoutSeconds: PATIENCE })
  const first = browser.pid as number
  process.kill(-first, 'SIGSTOP')
  await expect(browser.print('<p>x')).rejects.toMatchObject(lost('it did not answer within'))
  expect((await readPdf((await browser.print('<p>alive')).pdf)).text).toBe('alive')
  await browser.close()
  await nothingIsLeft()
})

test('a page whose process is killed is lost, and the next print has a fresh browser', async () => {
  const browser = await openBrowser({ env: env() })
  const [busy, idle] = await Promise.all([browser.open('<p>a'), browser.open('<p>b')])
  const evaluating = busy.evaluate(() => {
    for (;;);
  })
  for (const pid of pagesOf(browser.pid as number)) process.kill(pid, 'SIGKILL')
  await expect(evaluating).rejects.toMatchObject(lost('a page crashed'))
  await expect(idle.print()).rejects.toMatchObject(lost(''))
  expect((await readPdf((await browser.print('<p>alive')).pdf)).text).toBe('alive')
  await browser.close()
  await nothingIsLeft()
})

test('a page that hangs is lost, and the next one prints', async () => {
  const browser = await openBrowser({ env: env(), timeoutSeconds: PATIENCE })
  await expect(browser.print(endless, { javascript: true })).rejects.toMatchObject(
    lost('it did not answer within'),
  )
  expect((await readPdf((await browser.print('<p>alive')).pdf)).text).toBe('alive')
  await browser.close()
  await nothingIsLeft()
})

test('while this process is busy itself, its browser does not count as hung', async () => {
  const browser = await openBrowser({ env: env(), timeoutSeconds: 1 })
  const printing = browser.print('<p>patient')
  const end = performance.now() + 2500
  while (performance.now() < end);
  expect((await readPdf((await printing).pdf)).text).toBe('patient')
  await browser.close()
})

test('what a killed process left is ended and removed by the next', async () => {
  const child = bundle.run('const b = await openBrowser(); console.log(b.pid)', env())
  const [pid] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  process.kill(-Number(pid), 'SIGSTOP') // So that it cannot end by itself.
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(folder.entries()).toHaveLength(1)
  expect(processesOf(folder.path)).not.toEqual([])
  await (await openBrowser({ env: env() })).close()
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
