/** What the audience's window and the presenter's have in common. Times are of `Date.now()`. */
export interface SharedState {
  /** `since` where it runs; `spent` before that, in milliseconds. */
  readonly clock: { readonly since: number | null; readonly spent: number }
  /** Of the exercise by its index; `until` where it runs, else `left`, in milliseconds. */
  readonly countdown: {
    readonly exercise: number
    readonly until: number | null
    readonly left: number
  } | null
  readonly blank: 'black' | 'white' | null
}

/** A place on the slide, in its own px; null where the pointer is off. */
export type Spot = { readonly x: number; readonly y: number } | null

export interface Shared {
  get(): SharedState
  set(change: Partial<SharedState>): void
  onChange(changed: () => void): void
  point(spot: Spot): void
  onPoint(pointed: (spot: Spot) => void): void
}

interface Message {
  readonly kind: 'hello' | 'state' | 'spot'
  /** Changes so far: the larger is the later state. */
  readonly version?: number
  readonly state?: SharedState
  readonly spot?: Spot
}

const FRESH: SharedState = { clock: { since: null, spent: 0 }, countdown: null, blank: null }

/** Opens the state that all windows of one presentation share; it outlives a reload of each. @param key of the presentation */
export function openShared(key: string): Shared {
  const store = `deckhand-${key}`
  let { version, state } = stored(store)
  const listeners: (() => void)[] = []
  const pointed: ((spot: Spot) => void)[] = []
  const channel = new BroadcastChannel(store)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  const send = (message: Message): void => channel.postMessage(message)
  const tell = (): void => send({ kind: 'state', version, state })

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello' && version > 0) tell()
    if (data.kind === 'spot') for (const listener of pointed) listener(data.spot ?? null)
    if (data.kind === 'state' && data.state && (data.version ?? 0) > version) {
      take(data.version ?? 0, data.state)
    }
  })
  send({ kind: 'hello' })

  function take(newVersion: number, newState: SharedState): void {
    version = newVersion
    state = newState
    keep(store, { version, state })
    for (const listener of listeners) listener()
  }

  return {
    get: () => state,
    set(change) {
      take(version + 1, { ...state, ...change })
      tell()
    },
    onChange: (changed) => void listeners.push(changed),
    point(spot) {
      for (const listener of pointed) listener(spot)
      send({ kind: 'spot', spot })
    },
    onPoint: (listener) => void pointed.push(listener),
  }
}

interface Stored {
  readonly version: number
  readonly state: SharedState
}

function stored(key: string): Stored {
  try {
    return (
      (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Stored | null) ?? { version: 0, state: FRESH }
    )
  } catch {
    return { version: 0, state: FRESH } // A browser may refuse to keep anything.
  }
}

function keep(key: string, value: Stored): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Then it does not outlive a reload.
  }
}
