import { EXIT } from './exit-codes.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
export type Interruption = (typeof SIGNALS)[number]

/** Tidying up takes a second at most, unless something hangs. */
const graceSeconds = 10

export interface Interrupts {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal
  /** The signal that came, if one did. */
  received(): Interruption | undefined
  /** The work is done: what comes now ends the process at once. */
  stop(): void
}

/**
 * Listens for signals: the first one ends the work in order; a second one, or work that does not end, ends the process at
 * once. Browser and temporary folders go in either case.
 */
export function listenForInterrupts(): Interrupts {
  const abort = new AbortController()
  let received: Interruption | undefined
  let grace: NodeJS.Timeout | undefined
  const onSignal = (signal: Interruption): void => {
    if (received) process.exit(EXIT[received])
    received = signal
    grace = setTimeout(() => process.exit(EXIT[signal]), graceSeconds * 1000).unref()
    abort.abort(new Error(`interrupted by ${signal}`))
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return {
    signal: abort.signal,
    received: () => received,
    stop() {
      clearTimeout(grace)
      // Without any listener a signal would end the process before it has looked round for the last time.
      for (const signal of SIGNALS) process.once(signal, () => process.exit(EXIT[signal]))
      for (const signal of SIGNALS) process.off(signal, onSignal)
    },
  }
}
