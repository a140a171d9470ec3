import type { DeckData } from '../data.js'
import type { Deck } from './deck.js'
import { element } from './html.js'
import type { Numerals } from './numerals.js'

/** Names marp-cli's buttons in the deck's language, makes them reachable by Tab, and adds the one for help. */
export function nameControls({ words }: DeckData, deck: Deck, numerals: Numerals, help: () => void): void {
  const bar = document.querySelector('.bespoke-marp-osc')
  if (!bar) return
  const names: Readonly<Record<string, string>> = {
    prev: words.previousSlide,
    next: words.nextSlide,
    fullscreen: `${words.fullScreen} (f)`,
    overview: `${words.overview} (o)`,
    presenter: `${words.presenterView} (p)`,
  }
  for (const control of bar.querySelectorAll<HTMLButtonElement>('button[data-bespoke-marp-osc]')) {
    const name = names[control.dataset.bespokeMarpOsc ?? '']
    control.removeAttribute('tabindex')
    if (!name || control.disabled) continue
    control.title = name
    control.textContent = name
  }
  const more = element(
    'button',
    'dh-more',
    { type: 'button', title: `${words.keys} (?)`, 'aria-label': words.keys },
    ['?'],
  )
  more.addEventListener('click', (event) => {
    event.stopPropagation()
    more.blur()
    help()
  })
  bar.append(more)

  // marp-cli counts in English.
  const page = bar.querySelector('[data-bespoke-marp-osc="page"]')
  page?.removeAttribute('data-bespoke-marp-osc')
  page?.classList.add('dh-page')
  const count = (slide: number): void => {
    if (page) page.textContent = `${numerals.number(slide)} / ${numerals.number(deck.slides.length)}`
  }
  deck.onTurn(count)
  setTimeout(() => count(deck.current()))
}

/** Tells a screen reader which slide it is now. */
export function announceTurns({ words }: DeckData, deck: Deck, numerals: Numerals): void {
  const said = element('div', 'dh-said', { role: 'status', 'aria-live': 'polite' })
  document.body.append(said)
  deck.onTurn((slide) => {
    said.textContent = `${words.slide.replace('{n}', numerals.number(slide))}: ${deck.title(slide)}`
  })
}
