/** Names of the steps, as progress and report.json show them. */
export type Step =
  | 'read'
  | 'plan'
  | 'fit'
  | 'handout'
  | 'deck'
  | 'facilitator'
  | 'presenter'
  | 'check'
  | 'write'

/** Times steps, in ms; steps that overlap each count their own time. */
export interface Clock {
  run<T>(step: Step, work: () => Promise<T> | T): Promise<T>
  readonly timings: () => Readonly<Partial<Record<Step, number>>>
  /** Waits until every step that was begun has ended: where one fails, those beside it still run. Never throws. */
  settled(): Promise<void>
}

export function createClock(onStep: (step: Step) => void): Clock {
  const spent = new Map<Step, number>()
  const running = new Set<Promise<unknown>>()
  const timed = async <T>(step: Step, work: () => Promise<T> | T): Promise<T> => {
    onStep(step)
    const start = performance.now()
    try {
      return await work()
    } finally {
      spent.set(step, (spent.get(step) ?? 0) + performance.now() - start)
    }
  }
  return {
    run(step, work) {
      const result = timed(step, work)
      const ended = result.then(
        () => void running.delete(ended),
        () => void running.delete(ended),
      )
      running.add(ended)
      return result
    },
    timings: () => Object.fromEntries([...spent].map(([step, time]) => [step, Math.round(time)])),
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
