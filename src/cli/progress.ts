import type { Colours } from './colours.js'
import { visible } from './visible.js'

/** Tells what is being done: one line that is written over on a terminal, plain lines when piped. */
export interface Progress {
  /** Whether one line is written over again and again. */
  readonly isLive: boolean
  step(text: string): void
  /** Prints something that stays. */
  print(text: string): void
  end(): void
}

export function createProgress(stream: NodeJS.WriteStream, colours: Colours): Progress {
  const start = performance.now()
  const isLive = stream.isTTY === true && process.env.CI === undefined
  let isShown = false
  const clear = () => {
    if (isShown) stream.write('\r\u001B[K')
    isShown = false
  }
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  return {
    isLive,
    step(told) {
      const text = visible(told)
      clear()
      if (!isLive) return void stream.write(`${seconds().padStart(7)}  ${text}\n`)
      stream.write(`${colours.dim(seconds().padStart(7))}  ${text}`)
      isShown = true
    },
    print(text) {
      clear()
      stream.write(`${text}\n`)
    },
    end: clear,
  }
}
