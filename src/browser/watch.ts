import type { Tab } from './tab.js'
import type { Session } from './session.js'

/** The browser crashed, hung or went away: worth one more try in a fresh one. */
export class Lost extends Error {}

export interface Watched {
  readonly session: Session
  readonly tab?: Tab
  readonly seconds: number
  readonly signal: AbortSignal
}

/**
 * Awaits a step of the browser's, but no longer than it lives or may take.
 * @throws Lost, the signal's reason, or whatever the step itself throws
 */
export async function watch<T>(step: Promise<T>, { session, tab, seconds, signal }: Watched): Promise<T> {
  signal.throwIfAborted()
  const { connection } = session.running
  const over = new AbortController()
  const trouble = new Promise<never>((_, reject) => {
    const crashed = (): void => reject(new Lost('a page crashed'))
    const gone = (): void => reject(new Lost('it ended unexpectedly'))
    const aborted = (): void => reject(signal.reason as Error)
    const timeout = setTimeout(
      () => reject(new Lost(`it did not answer within ${seconds} s`)),
      seconds * 1000,
    )
    tab?.page.on('error', crashed)
    connection.on('disconnected', gone)
    signal.addEventListener('abort', aborted)
    over.signal.addEventListener('abort', () => {
      clearTimeout(timeout)
      tab?.page.off('error', crashed)
      connection.off('disconnected', gone)
      signal.removeEventListener('abort', aborted)
    })
  })
  try {
    return await Promise.race([step, trouble])
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Lost) throw error
    // The step may hear of the browser's end first, in words of its own.
    const closed = error instanceof Error && error.name === 'TargetCloseError'
    throw closed || !connection.connected ? new Lost('it ended unexpectedly', { cause: error }) : error
  } finally {
    over.abort()
  }
}
