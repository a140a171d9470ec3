import type { DeckData } from '../data.js'
import type { Clock } from './clock.js'
import type { Countdown } from './countdown.js'
import type { Deck } from './deck.js'
import { button, element, setText } from './html.js'
import { showNotes } from './notes.js'
import type { Numerals } from './numerals.js'
import { runs, standing, wholeMinutes } from './standing.js'

export interface PresenterParts {
  readonly data: DeckData
  readonly deck: Deck
  readonly clock: Clock
  readonly countdown: Countdown
  readonly numerals: Numerals
  readonly goTo: () => void
  readonly help: () => void
}

/** Adds to marp-cli's presenter view what a speaker looks at; gives what brings it up to date. */
export function openPresenterView(parts: PresenterParts): () => void {
  const { data, deck, clock, countdown, numerals, goTo, help } = parts
  const { words } = data
  const container = document.querySelector<HTMLElement>('.bespoke-marp-presenter-container')
  if (!container) return () => undefined
  container.dir = data.dir
  document.title = document.title.replace('[Presenter view]', `[${words.presenterView}]`)

  const elapsed = element('b', 'dh-time', { role: 'timer', 'aria-label': words.clock, dir: 'ltr' })
  const ofWhole = element('span', 'dh-of')
  const toggle = button(words.startPause, clock.toggle, 's', `${words.clock}: ${words.startPause}`)
  const number = element('b', 'dh-number')
  const title = element('span', 'dh-title')
  const span = element('span', 'dh-of')
  const state = element('b', 'dh-state', { role: 'status' })
  const skip = element('span', 'dh-skip')
  const left = element('b', 'dh-time', { role: 'timer', 'aria-label': words.countdown, dir: 'ltr' })
  const field = element('div', 'dh-exercise', {}, [
    element('span', 'dh-label', {}, [words.countdown]),
    left,
    element('span', 'dh-buttons', {}, [
      button(words.startPause, countdown.toggle, 't', `${words.countdown}: ${words.startPause}`),
      button(
        `+${words.min.replace('{n}', numerals.number(1))}`,
        countdown.addMinute,
        'm',
        `${words.countdown}: ${words.addMinute}`,
      ),
    ]),
  ])
  const page = button('', goTo, 'g')
  const position = element('span', 'dh-position')
  page.prepend(position)
  const day = element('time', 'dh-day')
  container.append(
    element('section', 'dh-panel', { 'aria-label': words.presenterView }, [
      element('div', 'dh-clock', {}, [
        elapsed,
        ofWhole,
        element('span', 'dh-buttons', {}, [
          toggle,
          button(words.reset, clock.reset, 'r', `${words.clock}: ${words.reset}`),
        ]),
      ]),
      element('div', 'dh-here', {}, [number, element('span', 'dh-section', {}, [title, span])]),
      element('div', 'dh-standing', {}, [state, skip]),
      field,
      element('nav', 'dh-bar', {}, [
        button('‹', () => deck.press('PageUp'), '', words.previousSlide),
        page,
        button('›', () => deck.press('PageDown'), '', words.nextSlide),
        button(words.overview, () => deck.press('o'), 'o'),
        button(words.keys, help, '?'),
        day,
      ]),
    ]),
  )
  label(container, '.bespoke-marp-presenter-next-container', words.nextSlide)
  label(container, '.bespoke-marp-presenter-note-container', words.notes)
  name(container, '.bespoke-marp-presenter-note-bigger', words.largerNotes, '+')
  name(container, '.bespoke-marp-presenter-note-smaller', words.smallerNotes, '-')
  container.querySelector('iframe')?.setAttribute('title', words.nextSlide)
  showNotes(container)

  const whole = wholeMinutes(data)
  const minutes = (value: number): string => words.min.replace('{n}', numerals.number(value))
  const slides = (list: readonly number[]): string =>
    numerals.list(
      runs(list.filter((slide) => slide > deck.current())).map(([from, to]) =>
        from === to
          ? numerals.number(from)
          : words.range.replace('{from}', numerals.number(from)).replace('{to}', numerals.number(to)),
      ),
    )

  return () => {
    const current = deck.current()
    const now = clock.elapsed()
    const at = standing(data, now, current)
    const section = data.sections[at.section]
    setText(elapsed, numerals.time(now))
    elapsed.classList.toggle('dh-paused', !clock.isRunning())
    setText(ofWhole, whole > 0 ? `/ ${minutes(whole)}` : '')
    setText(number, section?.number ?? '')
    setText(title, section?.title ?? '')
    setText(
      span,
      at.to === undefined
        ? ''
        : words.range.replace('{from}', numerals.number(at.from ?? 0)).replace('{to}', minutes(at.to)),
    )
    const isLate = at.late > 0
    setText(state, at.to === undefined || now === 0 ? '' : say(at.late, at.early))
    state.classList.toggle('dh-late', isLate)
    setText(skip, isLate ? hints() : '')
    field.hidden = !countdown.isHere()
    setText(left, numerals.time(countdown.left(), 'up'))
    left.classList.toggle('dh-paused', !countdown.isRunning())
    const fraction = words.partOf
      .replace('{n}', numerals.number(current))
      .replace('{of}', numerals.number(deck.slides.length))
    setText(position, fraction)
    setText(day, numerals.day(Date.now()))
  }

  function say(late: number, early: number): string {
    if (late > 0) return words.late.replace('{n}', numerals.number(late))
    return early > 0 ? words.early.replace('{n}', numerals.number(early)) : words.onTime
  }

  function hints(): string {
    const could = slides(data.could)
    const should = slides(data.should)
    return [could && `${words.skip}: ${could}`, should && `${words.shorten}: ${should}`]
      .filter(Boolean)
      .join('\n')
  }
}

function label(container: Element, selector: string, words: string): void {
  const place = container.querySelector(selector)
  place?.prepend(element('span', 'dh-label', {}, [words]))
  place?.setAttribute('role', 'group')
  place?.setAttribute('aria-label', words)
}

function name(container: Element, selector: string, words: string, key: string): void {
  const control = container.querySelector(selector)
  if (!control) return
  control.textContent = words
  control.setAttribute('title', `${words} (${key})`)
  control.removeAttribute('tabindex')
}
