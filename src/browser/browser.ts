import { atExit, removeFolder, removeFolderNow } from '../disk/index.js'
import type { Finding } from '../finding/index.js'
import type { AskedFor } from './guard.js'
import { findBrowser } from './find.js'
import { systemFonts } from './fontconfig.js'
import { keepSession } from './keeper.js'
import { openSheet } from './sheet.js'
import type { Keeper, Printed, Sheet, SheetOptions } from './sheet.js'

export interface BrowserOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Aborting closes the browser; what is under way is rejected with the signal's reason. */
  readonly signal?: AbortSignal
  readonly onProgress?: (message: string) => void
  /** Hears of `sandbox-off`. */
  readonly onFinding?: (finding: Finding) => void
  /** Hears of all that pages ask for, in order. */
  readonly onRequest?: ((request: AskedFor) => void) | undefined
  /** A folder whose files a page may load; without it, none but its own. Symbolic links are resolved. */
  readonly readRoot?: string
  /** The fonts of the embedded browser; the product's own unless named. */
  readonly fonts?: string
  /**
   * How long one load, evaluation or print of a small document may take before the browser counts as hung; unless named,
   * DECKHAND_TIMEOUT or 60.
   */
  readonly timeoutSeconds?: number
}

/** One Chromium for a whole run. Every method throws BrowserLost if it is lost; what comes next has a fresh one. */
export interface Browser {
  /** The process id of the Chromium that runs now. */
  readonly pid: number | undefined
  /** Whether it has our fonts alone; an installed one has the system's, too. */
  readonly hasOwnFontsAlone: boolean
  /** Prints HTML in a fresh page. */
  print(html: string, options?: SheetOptions): Promise<Printed>
  /**
   * Runs a function in a page that shows the HTML under print media, 1280 × 720, and gives its JSON value.
   * It is sent as text: it sees its arguments and the page, nothing else. Without JavaScript timers do not run.
   */
  measure<T, A extends unknown[]>(
    html: string,
    script: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>
  /** Loads HTML into a fresh page that can be measured and then printed. */
  open(html: string, options?: SheetOptions): Promise<Sheet>
  /** Ends the browser and removes all that it left; twice is as good as once. */
  close(): Promise<void>
}

/**
 * Finds and launches a browser. Its pages reach nothing: no network, no file but the page's own.
 * @throws EnvironmentFault `browser-missing` or `browser-failed`; the signal's reason when aborted
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const { env = process.env, signal, onProgress = () => {}, timeoutSeconds = secondsOf(env) } = options
  signal?.throwIfAborted()
  const found = await findBrowser(env, onProgress)
  const forget = atExit(() => void (found.temporary && removeFolderNow(found.temporary)))

  const closing = new AbortController()
  const keeper = keepSession(found, {
    env,
    fonts: options.fonts ?? systemFonts(),
    readRoot: options.readRoot,
    onRequest: options.onRequest,
    timeoutSeconds,
    signal: closing.signal,
    onFinding: options.onFinding ?? (() => {}),
  })
  let closed: Promise<void> | undefined
  const end = async (reason: unknown): Promise<void> => {
    closing.abort(reason)
    signal?.removeEventListener('abort', onAbort)
    await keeper.stop()
    if (found.temporary) await removeFolder(found.temporary).catch(() => {})
    forget()
  }
  const close = (reason: unknown): Promise<void> => (closed ??= end(reason))
  const onAbort = (): void => void close(signal?.reason)
  signal?.addEventListener('abort', onAbort)
  if (signal?.aborted) onAbort()

  try {
    await keeper.session()
  } catch (error) {
    await close(error)
    throw error
  }
  return {
    get pid() {
      return keeper.pid()
    },
    hasOwnFontsAlone: found.libraries !== undefined,
    open: (html, sheetOptions) => openSheet(keeper, html, sheetOptions),
    print: (html, sheetOptions) => withSheet(keeper, html, sheetOptions, (sheet) => sheet.print()),
    measure: (html, script, ...args) =>
      withSheet(keeper, html, { name: 'measure' }, (sheet) => sheet.evaluate(script, ...args)),
    close: () => close(new Error('The browser is closed.')),
  }
}

function secondsOf(env: NodeJS.ProcessEnv): number {
  const seconds = Number(env['DECKHAND_TIMEOUT'])
  return seconds > 0 && Number.isFinite(seconds) ? seconds : 60
}

async function withSheet<T>(
  keeper: Keeper,
  html: string,
  options: SheetOptions | undefined,
  use: (sheet: Sheet) => Promise<T>,
): Promise<T> {
  const sheet = await openSheet(keeper, html, options)
  try {
    return await use(sheet)
  } finally {
    void sheet.close() // Nobody need wait for it.
  }
}
