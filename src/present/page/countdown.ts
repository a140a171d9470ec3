import type { PresentedExercise } from '../data.js'
import type { Deck } from './deck.js'
import { element, setText } from './html.js'
import type { Numerals } from './numerals.js'
import type { Shared } from './shared.js'

const MINUTE = 60_000

/** The room's time on the slides of an exercise. */
export interface Countdown {
  /** Whether the current slide has one. */
  isHere(): boolean
  /** Milliseconds left of the current slide's; its whole time before it began. */
  left(): number
  isRunning(): boolean
  toggle(): void
  addMinute(): void
  reset(): void
  /** Shows what is left on the slides themselves. */
  show(): void
}

export function openCountdown(
  exercises: readonly PresentedExercise[],
  deck: Deck,
  shared: Shared,
  numerals: Numerals,
  timeUp: string,
): Countdown {
  const here = (): number => exercises.findIndex(({ slides }) => slides.includes(deck.current()))
  const whole = (exercise: number): number => (exercises[exercise]?.minutes ?? 0) * MINUTE
  const begun = (exercise: number) => {
    const { countdown } = shared.get()
    return countdown?.exercise === exercise ? countdown : undefined
  }
  const leftOf = (exercise: number): number => {
    const state = begun(exercise)
    if (!state) return whole(exercise)
    return Math.max(0, state.until === null ? state.left : state.until - Date.now())
  }
  const isRunning = (): boolean => (begun(here())?.until ?? null) !== null && leftOf(here()) > 0
  const set = (left: number, runs: boolean): void =>
    shared.set({ countdown: { exercise: here(), left, until: runs ? Date.now() + left : null } })
  const isHere = (): boolean => here() >= 0
  const faces = exercises.map(({ slides }) => slides.map((slide) => faceOn(deck.slides[slide - 1], timeUp)))

  return {
    isHere,
    left: () => leftOf(here()),
    isRunning,
    toggle() {
      if (isHere() && leftOf(here()) > 0) set(leftOf(here()), !isRunning())
    },
    addMinute() {
      if (isHere()) set(leftOf(here()) + MINUTE, isRunning() || leftOf(here()) === 0)
    },
    reset: () => shared.set({ countdown: null }),
    show() {
      faces.forEach((list, exercise) => {
        const text = begun(exercise) ? numerals.time(leftOf(exercise), 'up') : undefined
        for (const show of list) show(text, leftOf(exercise) === 0)
      })
    },
  }
}

/** The numeral in the red field of one slide: the time left in its place, or as it was. Made when it is first shown. */
function faceOn(
  slide: Element | undefined,
  timeUp: string,
): (text: string | undefined, isUp: boolean) => void {
  let numeral: HTMLElement | undefined
  return (text, isUp) => {
    const header = slide?.querySelector('section > header')
    if (!header || (text === undefined && !numeral)) return
    numeral ??= faceIn(header, timeUp)
    header.classList.toggle('dh-counting', text !== undefined)
    header.classList.toggle('dh-up', text !== undefined && isUp)
    setText(numeral, text ?? '')
    numeral.dataset.length = String(text?.length ?? 0)
  }
}

function faceIn(header: Element, timeUp: string): HTMLElement {
  const numeral = element('em', 'dh-countdown', { dir: 'ltr', role: 'timer' })
  const minutes = header.querySelector('em')
  if (minutes) minutes.after(numeral)
  else header.append(numeral)
  header.append(element('strong', 'dh-time-up', {}, [timeUp]))
  return numeral
}
