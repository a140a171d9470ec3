import { join } from 'node:path'
import { EnvironmentFault, finding } from '../finding/index.js'
import { pause } from './connect.js'
import type { Session } from './session.js'
import { loadTab, printTab } from './tab.js'
import type { Tab } from './tab.js'
import { Lost, watch } from './watch.js'

export interface SheetOptions {
  /** Names the page's file. */
  readonly name?: string
  /** Whether the page's own scripts run; they do not unless asked for. `evaluate` works either way. */
  readonly javascript?: boolean
}

export interface Printed {
  readonly pdf: Uint8Array
  /** The addresses that the page asked for and did not get, each once. */
  readonly refused: readonly string[]
}

/** A loaded document that can be measured and then printed. */
export interface Sheet {
  /**
   * Runs a function in the page, under print media at 1280 × 720, and gives its JSON value. It is sent as text: it
   * sees its arguments and the page, nothing else. Where the page's scripts are off, timers do not run.
   */
  evaluate<T, A extends unknown[]>(script: (...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** Prints the page as it is now. A draft has its pages and destinations, but neither tags nor bookmarks. */
  print(options?: { readonly isDraft: boolean }): Promise<Printed>
  /** Closes the page. */
  close(): Promise<void>
}

/** What a sheet needs of the browser: its present life, and a way to say that this life is over. */
export interface Keeper {
  readonly signal: AbortSignal
  readonly timeoutSeconds: number
  session(): Promise<Session>
  discard(session: Session): void
}

type Step = (tab: Tab) => Promise<unknown>

/**
 * Loads HTML into a fresh page. Where the browser is lost, now or in a later step, the sheet is loaded once more in a
 * fresh browser, and what was evaluated in it so far is evaluated again.
 * @throws EnvironmentFault `browser-failed` where that one is lost, too; the signal's reason when aborted
 */
export async function openSheet(keeper: Keeper, html: string, options: SheetOptions = {}): Promise<Sheet> {
  const { name = 'page', javascript = false } = options
  const { signal, timeoutSeconds: seconds } = keeper
  const refused = new Set<string>()
  const done: Step[] = []
  let loaded: { readonly session: Session; readonly tab: Tab } | undefined

  const load = async (session: Session): Promise<{ session: Session; tab: Tab }> => {
    const tab = await watch(session.takeTab(), { session, seconds, signal })
    const repeat = async (): Promise<void> => {
      const file = `${name.replace(/[^\w-]/g, '-')}-${nextNumber()}.html`
      await loadTab(tab, { html, path: join(session.running.folder, file), javascript })
      for (const step of done) await step(tab)
    }
    await watch(repeat(), { session, tab, seconds, signal })
    return { session, tab }
  }

  const attempt = async <T>(step: (tab: Tab) => Promise<T>, mayRetry = true): Promise<T> => {
    const session = await keeper.session()
    try {
      if (loaded?.session !== session) loaded = await load(session)
      const { tab } = loaded
      const result = await watch(step(tab), { session, tab, seconds, signal })
      for (const url of tab.guard.refused) refused.add(url)
      return result
    } catch (error) {
      if (!(error instanceof Lost)) throw error
      keeper.discard(session)
      if (mayRetry) return attempt(step, false)
      throw new EnvironmentFault(finding('browser-failed', { reason: error.message }), { cause: error })
    }
  }

  await attempt(async () => {})
  return {
    async evaluate<T, A extends unknown[]>(script: (...args: A) => T | Promise<T>, ...args: A) {
      const run = script as (...args: unknown[]) => unknown
      const step = (tab: Tab): Promise<T> => tab.page.evaluate(run, ...args) as Promise<T>
      const value = await attempt(step)
      done.push(step)
      return value
    },
    async print({ isDraft } = { isDraft: false }) {
      const pdf = await attempt((tab) => printTab(tab, isDraft))
      return { pdf, refused: [...refused] }
    },
    async close() {
      // Its browser may be gone, or the page hang: neither matters any more.
      await Promise.race([loaded?.tab.page.close().catch(() => {}), pause(1)])
    },
  }
}

let number = 0
function nextNumber(): number {
  return (number += 1)
}
