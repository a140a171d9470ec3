import type { DeckData } from '../data.js'
import type { Deck } from './deck.js'
import type { Numerals } from './numerals.js'

/** Names marp-cli's overview and its slides in the deck's language. */
export function nameOverview({ words, dir }: DeckData, deck: Deck, numerals: Numerals): void {
  deck.slides.forEach((slide, index) => {
    slide.append(numberUnder(slide, numerals.number(index + 1), dir))
    slide.setAttribute('role', 'button')
    slide.setAttribute(
      'aria-label',
      `${words.slide.replace('{n}', numerals.number(index + 1))}: ${deck.title(index + 1)}`,
    )
  })
  // Laid out at last, it is known where the current one stands.
  window.addEventListener('load', () => deck.slides[deck.current() - 1]?.scrollIntoView({ block: 'center' }))
  document.title = document.title.replace('[Overview]', `[${words.overview}]`)
  const close = document.querySelector('.bespoke-marp-overview-close')
  if (!close) return
  close.textContent = words.close
  close.setAttribute('title', `${words.close} (Esc)`)
}

/** Names the frame of the overview, which marp-cli makes when it is first asked for. */
export function nameOverviewFrame({ words }: DeckData): void {
  new MutationObserver((_, observer) => {
    const frame = document.querySelector('.bespoke-marp-overview iframe')
    frame?.setAttribute('title', words.overview)
    if (frame) observer.disconnect()
  }).observe(document.body, { childList: true })
}

/** Below the slide, in its own px: nothing else can stand beside it without changing what the deck's style sees. */
function numberUnder(slide: SVGSVGElement, number: string, dir: DeckData['dir']): SVGTextElement {
  const { width, height } = slide.viewBox.baseVal
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.setAttribute('class', 'dh-thumb')
  text.setAttribute('x', String(dir === 'rtl' ? width : 0))
  text.setAttribute('y', String(height + 96))
  text.setAttribute('text-anchor', dir === 'rtl' ? 'end' : 'start')
  text.setAttribute('aria-hidden', 'true')
  text.textContent = number
  return text
}
