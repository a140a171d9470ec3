import type { BuildResult, Progress as Step } from '../build/index.js'
import { roughly } from './duration.js'
import type { Progress } from './progress.js'

/** Says how far a run is. One guide: each of its steps. Several: on a terminal one line, else a line for each guide. */
export interface Milestones {
  step(step: Step): void
  /** As a guide is told. */
  guide(result: BuildResult): void
}

export interface Run {
  /** Guides to build. */
  readonly total: number
  /** Whether several were named; one machine's part of them may still be one. */
  readonly isMany: boolean
}

export function createMilestones({ total, isMany }: Run, progress: Progress): Milestones {
  let secondsLeft: number | undefined
  let told = 0
  const line = (done: number, text: string): string => {
    const left = secondsLeft === undefined || done === total ? [] : [`${roughly(secondsLeft)} left`]
    return [`${done} of ${total}`, ...left, text].join(' · ')
  }
  return {
    step(step) {
      secondsLeft = step.secondsLeft
      if (!isMany) progress.step(step.text)
      else if (progress.isLive) progress.step(line(step.done, step.text))
    },
    guide({ file, state }) {
      told++
      progress.end()
      if (isMany && !progress.isLive) progress.step(line(told, `${file}: ${state}`))
    },
  }
}
