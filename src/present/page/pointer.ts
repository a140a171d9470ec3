import type { Deck } from './deck.js'
import { element } from './html.js'
import type { Shared, Spot } from './shared.js'

export interface Pointer {
  isOn(): boolean
  toggle(): void
}

/** A dot that follows the mouse over the slide, in all windows of the presentation. */
export function openPointer(deck: Deck, shared: Shared): Pointer {
  const dot = element('div', 'dh-pointer', { 'aria-hidden': 'true' })
  document.body.append(dot)
  let isOn = false
  let waiting: Spot | undefined

  shared.onPoint((spot) => {
    const matrix = deck.slides[deck.current() - 1]?.getScreenCTM()
    dot.classList.toggle('dh-on', spot !== null && matrix !== null && matrix !== undefined)
    if (!spot || !matrix) return
    const { x, y } = new DOMPoint(spot.x, spot.y).matrixTransform(matrix)
    dot.style.translate = `${x}px ${y}px`
    // As large on every screen as it is on the slide.
    dot.style.scale = String(Math.max(matrix.a, 0.5))
  })

  // A mouse tells more often than a screen shows.
  const point = (spot: Spot): void => {
    if (waiting === undefined) {
      requestAnimationFrame(() => {
        shared.point(waiting ?? null)
        waiting = undefined
      })
    }
    waiting = spot
  }
  window.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (isOn) point(spotAt(deck.slides[deck.current() - 1], clientX, clientY))
  })
  document.documentElement.addEventListener('pointerleave', () => {
    if (isOn) point(null)
  })
  window.addEventListener('pagehide', () => {
    if (isOn) shared.point(null)
  })

  return {
    isOn: () => isOn,
    toggle() {
      isOn = !isOn
      document.body.classList.toggle('dh-pointing', isOn)
      if (!isOn) shared.point(null)
    },
  }
}

/** A place of the window in px of the slide; null beside it. */
function spotAt(slide: SVGSVGElement | undefined, clientX: number, clientY: number): Spot {
  const matrix = slide?.getScreenCTM()
  if (!slide || !matrix) return null
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse())
  const { width, height } = slide.viewBox.baseVal
  return x >= 0 && y >= 0 && x <= width && y <= height ? { x, y } : null
}
