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
}

export function createClock(onStep: (step: Step) => void): Clock {
  const spent = new Map<Step, number>()
  return {
    async run(step, work) {
      onStep(step)
      const start = performance.now()
      try {
        return await work()
      } finally {
        spent.set(step, (spent.get(step) ?? 0) + performance.now() - start)
      }
    },
    timings: () => Object.fromEntries([...spent].map(([step, time]) => [step, Math.round(time)])),
  }
}
