import type { Page, Target } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'
import { EnvironmentFault, finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { FoundBrowser } from './find.js'
import type { GuardOptions } from './guard.js'
import { launch } from './launch.js'
import type { Running } from './launch.js'
import { prepareTab } from './tab.js'
import type { Tab } from './tab.js'

/** One life of the browser, with a tab opened ahead of its use. */
export interface Session {
  readonly running: Running
  /** Aborted, with the BrowserLost, where it is given up: those who share it then tell the same. */
  readonly lost: AbortController
  takeTab(): Promise<Tab>
}

export interface SessionOptions extends GuardOptions {
  readonly env: NodeJS.ProcessEnv
  readonly fonts: string
  readonly signal: AbortSignal
  readonly timeoutSeconds: number
  readonly onFinding: (finding: Finding) => void
}

/**
 * Launches the browser with its sandbox; without for root, for whom there is none, and where a launch with it fails.
 * @throws EnvironmentFault `browser-failed` or `scratch-failed`, or the signal's reason
 */
export async function startSession(found: FoundBrowser, options: SessionOptions): Promise<Session> {
  const running = await launchSafely(found, options)
  const { connection } = running
  // No page has any business to open another one.
  connection.on('targetcreated', (target) => {
    if (target.opener()) void closePage(target)
  })

  const prepare = async (page: Promise<Page>): Promise<Tab> => prepareTab(await page, options)
  const firstPage = connection.pages().then(([page]) => page ?? connection.newPage())
  // A guide takes three; they are opened while Markdown is being read, when the machine has time for it.
  const spares = [
    firstPage,
    ...Array.from({ length: TABS_AHEAD - 1 }, () => firstPage.then(() => connection.newPage())),
  ].map((page) => quietly(prepare(page)))
  return {
    running,
    lost: new AbortController(),
    takeTab: () => spares.shift() ?? prepare(connection.newPage()),
  }
}

const TABS_AHEAD = 3
const mostLaunchSeconds = 30

async function launchSafely(found: FoundBrowser, options: SessionOptions): Promise<Running> {
  const { signal, onFinding } = options
  const seconds = Math.min(options.timeoutSeconds, mostLaunchSeconds)
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  let why = ''
  if (!isRoot) {
    try {
      return await launch(found, { ...options, seconds, sandbox: true })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof EnvironmentFault) throw error
      why = reasonOf(error)
    }
  }
  // A browser has been seen to crash at its start, once in hundreds: what fails twice is a fault.
  const again = async (error: unknown): Promise<Running> => {
    signal.throwIfAborted()
    if (error instanceof EnvironmentFault) throw error
    return launch(found, { ...options, seconds, sandbox: false })
  }
  try {
    const running = await launch(found, { ...options, seconds, sandbox: false }).catch(again)
    if (why) onFinding(finding('sandbox-off', { reason: `a launch with it failed, since ${why}` }))
    return running
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof EnvironmentFault) throw error
    throw new EnvironmentFault(finding('browser-failed', { reason: reasonOf(error) }), { cause: error })
  }
}

async function closePage(target: Target): Promise<void> {
  try {
    await (await target.page())?.close()
  } catch {
    // It has closed itself.
  }
}

/** What went wrong, as part of a sentence. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}

/** A spare that nobody takes must not end the process when it fails. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
