import type { DeckData } from '../data.js'
import type { Clock } from './clock.js'
import type { Countdown } from './countdown.js'
import type { Deck } from './deck.js'
import type { Command } from './keys.js'
import type { Pointer } from './pointer.js'
import type { Shared, SharedState } from './shared.js'

export interface CommandParts {
  readonly data: DeckData
  readonly isPresenter: boolean
  readonly deck: Deck
  readonly shared: Shared
  readonly clock: Clock
  readonly countdown: Countdown
  readonly pointer: Pointer
  readonly goTo: (first?: string) => void
  readonly help: () => void
}

const FORWARD = ['PageDown', 'ArrowRight', 'ArrowDown', ' ']
const BACK = ['PageUp', 'ArrowLeft', 'ArrowUp']
const DIGITS = [...'0123456789']

/** All keys, those of marp-cli's own script too, in the order of the help. */
export function commandsOf(parts: CommandParts): readonly Command[] {
  const { data, isPresenter, deck, shared, clock, countdown, pointer, goTo, help } = parts
  const { words, isPublic, dir } = data
  const blank = (colour: SharedState['blank']): void =>
    shared.set({ blank: shared.get().blank === colour ? null : colour })
  const lift = (): boolean => {
    if (shared.get().blank === null) return false
    shared.set({ blank: null })
    return true
  }
  // The first turn after a blank screen brings the slide back; from right to left, the arrows change places.
  const turn = (key: string): boolean => {
    if (lift()) return true
    if (dir !== 'rtl' || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false
    deck.press(key === 'ArrowLeft' ? 'PageDown' : 'PageUp')
    return true
  }
  const [onward, backward] = dir === 'rtl' ? ['←', '→'] : ['→', '←']
  return [
    { name: words.nextSlide, keys: FORWARD, shown: [onward, 'PgDn', '␣'], run: turn },
    { name: words.previousSlide, keys: BACK, shown: [backward, 'PgUp'], run: turn },
    { name: words.firstSlide, keys: ['Home'] },
    { name: words.lastSlide, keys: ['End'] },
    {
      name: words.goToSlide,
      keys: ['g', ...DIGITS],
      shown: ['g', '1–9'],
      run: (key) => goTo(key === 'g' ? '' : key),
    },
    { name: words.overview, keys: ['o', 'Esc'] },
    ...(isPublic || isPresenter ? [] : [{ name: words.presenterView, keys: ['p'] }]),
    { name: words.fullScreen, keys: ['f'] },
    { name: words.blackScreen, keys: ['b', '.'], run: () => blank('black') },
    { name: words.whiteScreen, keys: ['w'], run: () => blank('white') },
    { name: words.pointer, keys: ['l'], run: pointer.toggle },
    ...(data.exercises.length > 0
      ? [
          { name: `${words.countdown}: ${words.startPause}`, keys: ['t'], run: countdown.toggle },
          { name: `${words.countdown}: ${words.addMinute}`, keys: ['m'], run: countdown.addMinute },
          { name: `${words.countdown}: ${words.reset}`, keys: ['T'], run: countdown.reset },
        ]
      : []),
    ...(isPublic
      ? [{ keys: ['p'], run: () => undefined }]
      : [
          { name: `${words.clock}: ${words.startPause}`, keys: ['s'], run: clock.toggle },
          { name: `${words.clock}: ${words.reset}`, keys: ['r'], run: clock.reset },
        ]),
    ...(isPresenter
      ? [
          { name: words.largerNotes, keys: ['+'] },
          { name: words.smallerNotes, keys: ['-'] },
        ]
      : []),
    { name: words.keys, keys: ['?', 'h'], run: help },
    {
      keys: ['Escape'],
      run: () => {
        if (pointer.isOn()) pointer.toggle()
        else return lift()
        return true
      },
    },
  ]
}
