/** Lets works run together, and some of them alone: a guide that loses its browser takes it from all others. */
export interface Gate {
  together<T>(work: () => Promise<T>): Promise<T>
  /** Waits until nothing else runs; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

export function createGate(): Gate {
  const running = new Set<Promise<void>>()
  let lastAlone: Promise<void> = Promise.resolve()
  return {
    async together(work) {
      let seen: Promise<void> | undefined
      while (seen !== lastAlone) await (seen = lastAlone)
      const result = work()
      const ended = over(result).then(() => void running.delete(ended))
      running.add(ended)
      return result
    },
    alone(work) {
      const before = lastAlone
      const result = before.then(() => Promise.all(running)).then(work)
      lastAlone = over(result)
      return result
    },
  }
}

function over(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => undefined,
    () => undefined,
  )
}
