import { BrowserLost } from './lost.js'
import { patience } from './patience.js'
import type { Session } from './session.js'
import type { Tab } from './tab.js'

export interface Watched {
  readonly session: Session
  readonly tab?: Tab
  readonly seconds: number
  readonly signal: AbortSignal
}

/**
 * Awaits a step of the browser's, but no longer than it lives or may take.
 * @throws BrowserLost, the signal's reason, or whatever the step itself throws
 */
export async function watch<T>(step: Promise<T>, { session, tab, seconds, signal }: Watched): Promise<T> {
  step.catch(() => {}) // Where trouble comes first, nobody hears how the step ended.
  signal.throwIfAborted()
  const { connection } = session.running
  const over = new AbortController()
  const trouble = new Promise<never>((_, reject) => {
    const crashed = (): void => reject(new BrowserLost('a page crashed, perhaps for want of memory'))
    const gone = (): void => reject(endOf(session))
    const aborted = (): void => reject(signal.reason as Error)
    const late = (): void => reject(new BrowserLost(`it did not answer within ${seconds} s`))
    const stopWaiting = patience(seconds, late)
    if (tab?.crashed.aborted) crashed()
    tab?.crashed.addEventListener('abort', crashed)
    connection.on('disconnected', gone)
    signal.addEventListener('abort', aborted)
    over.signal.addEventListener('abort', () => {
      stopWaiting()
      tab?.crashed.removeEventListener('abort', crashed)
      connection.off('disconnected', gone)
      signal.removeEventListener('abort', aborted)
    })
  })
  try {
    return await Promise.race([step, trouble])
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof BrowserLost) throw error
    // The step may hear of the browser's end first, in words of its own.
    const closed = error instanceof Error && error.name === 'TargetCloseError'
    throw closed || !connection.connected ? endOf(session, error) : error
  } finally {
    over.abort()
  }
}

/** Why a browser is gone: it was given up, or it ended by itself. */
function endOf({ lost }: Session, cause?: unknown): BrowserLost {
  const { reason } = lost.signal as { readonly reason: unknown }
  if (reason instanceof BrowserLost) return reason
  return new BrowserLost('it ended unexpectedly, perhaps for want of memory', { cause })
}
