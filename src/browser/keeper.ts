import type { FoundBrowser } from './find.js'
import type { BrowserLost } from './lost.js'
import { startSession } from './session.js'
import type { Session, SessionOptions } from './session.js'
import type { Keeper } from './sheet.js'

export interface StoppableKeeper extends Keeper {
  /** The process id of the browser that runs now. */
  pid(): number | undefined
  /** Ends the browser; for good if the signal is aborted. Never throws. */
  stop(): Promise<void>
}

/** Keeps one browser alive: launches it when it is asked for, and anew when a sheet has found it dead. */
export function keepSession(found: FoundBrowser, options: SessionOptions): StoppableKeeper {
  const { signal, timeoutSeconds } = options
  const ends: Promise<void>[] = []
  let starting: Promise<Session> | undefined
  let current: Session | undefined

  const discard = (dead: Session, why?: BrowserLost): void => {
    if (current !== dead) return // Another sheet has found it first.
    dead.lost.abort(why)
    ends.push(dead.running.stop())
    starting = current = undefined
  }
  const session = (): Promise<Session> => {
    signal.throwIfAborted()
    // It may have ended while nobody used it, which need not cost a guide its first try.
    if (current && !current.running.connection.connected) discard(current)
    starting ??= startSession(found, options).then(
      (started) => (current = started),
      (error: unknown) => {
        starting = undefined // The next guide may fare better.
        throw error
      },
    )
    return starting
  }
  const stop = async (): Promise<void> => {
    await starting?.then((started) => started.running.stop()).catch(() => {})
    await Promise.all(ends)
  }
  return {
    signal,
    timeoutSeconds,
    session: async () => session(),
    discard,
    pid: () => (current?.running.connection.connected ? current.running.pid : undefined),
    stop,
  }
}
