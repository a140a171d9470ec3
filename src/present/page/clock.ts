import type { Deck } from './deck.js'
import type { Shared } from './shared.js'

/** The speaker's clock: begins at the first turn, pauses, and goes back to nothing. */
export interface Clock {
  /** Milliseconds. */
  elapsed(): number
  isRunning(): boolean
  toggle(): void
  reset(): void
}

export function openClock(deck: Deck, shared: Shared): Clock {
  const state = () => shared.get().clock
  const elapsed = (): number => {
    const { since, spent } = state()
    return spent + (since === null ? 0 : Date.now() - since)
  }
  const start = (): void => shared.set({ clock: { since: Date.now(), spent: state().spent } })
  deck.onTurn(() => {
    const { since, spent } = state()
    if (since === null && spent === 0) start()
  })
  return {
    elapsed,
    isRunning: () => state().since !== null,
    // Paused at once after its start, it must not begin again with the next turn.
    toggle: () =>
      state().since === null
        ? start()
        : shared.set({ clock: { since: null, spent: Math.max(1, elapsed()) } }),
    reset: () => shared.set({ clock: { since: null, spent: 0 } }),
  }
}
