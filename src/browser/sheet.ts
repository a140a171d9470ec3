import { join } from 'node:path'
import { noRoomFault } from '../disk/index.js'
import { pause } from './connect.js'
import { BrowserLost } from './lost.js'
import { secondsFor } from './patience.js'
import type { Session } from './session.js'
import { loadTab, printTab } from './tab.js'
import type { Tab } from './tab.js'
import { watch } from './watch.js'

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
  discard(session: Session, why: BrowserLost): void
}

/**
 * Loads HTML into a fresh page.
 * @throws BrowserLost where the browser crashes or hangs, now or in a later step: the sheet is lost then, and the next
 * one is opened in a fresh browser; the signal's reason when aborted; EnvironmentFault `scratch-failed`
 */
export async function openSheet(keeper: Keeper, html: string, options: SheetOptions = {}): Promise<Sheet> {
  const { name = 'page', javascript = false } = options
  const { signal } = keeper
  const seconds = secondsFor(html, keeper.timeoutSeconds)
  const session = await keeper.session()

  const attempt = async <T>(step: Promise<T>, tab?: Tab): Promise<T> => {
    try {
      return await watch(step, { session, ...(tab && { tab }), seconds, signal })
    } catch (error) {
      if (error instanceof BrowserLost) await giveUp(keeper, session, error)
      throw error
    }
  }
  const file = `${name.replace(/[^\w-]/g, '-')}-${nextNumber()}.html`
  const tab = await attempt(session.takeTab())
  await attempt(loadTab(tab, { html, path: join(session.running.folder, file), javascript }), tab)
  return {
    evaluate<T, A extends unknown[]>(script: (...args: A) => T | Promise<T>, ...args: A) {
      const run = script as (...args: unknown[]) => unknown
      return attempt(tab.page.evaluate(run, ...args) as Promise<T>, tab)
    },
    async print({ isDraft } = { isDraft: false }) {
      const pdf = await attempt(printTab(tab, isDraft), tab)
      return { pdf, refused: tab.guard.refused }
    },
    async close() {
      // Its browser may be gone, or the page hang: neither matters any more.
      await Promise.race([tab.page.close().catch(() => {}), pause(1)])
    },
  }
}

/** Ends a browser that is lost. @throws EnvironmentFault `scratch-failed` where it was for want of room on the disk */
async function giveUp(keeper: Keeper, session: Session, why: BrowserLost): Promise<void> {
  const fault = await noRoomFault(session.running.folder)
  keeper.discard(session, why)
  if (fault) throw fault
}

let number = 0
function nextNumber(): number {
  return (number += 1)
}
