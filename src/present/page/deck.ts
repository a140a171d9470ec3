/** marp-cli's deck in this page, from outside: it keeps its own handle to itself. */
export interface Deck {
  readonly slides: readonly SVGSVGElement[]
  /** 1-based. */
  current(): number
  title(slide: number): string
  goTo(slide: number): void
  /** Does what a key does to marp-cli's own script: "PageDown", "o". */
  press(key: string): void
  /** Whether a key is one that `press` pressed. */
  isPressing(): boolean
  onTurn(turned: (slide: number) => void): void
}

const ACTIVE = 'bespoke-marp-active'

export function openDeck(parent: Element): Deck {
  const slides = [...parent.querySelectorAll<SVGSVGElement>(':scope > svg[data-marpit-svg]')]
  const listeners: ((slide: number) => void)[] = []
  let pressing = false
  const current = (): number => slides.findIndex((slide) => slide.classList.contains(ACTIVE)) + 1
  let last = current()

  // marp-cli goes to the slide of the address right after its start: what comes later is a turn.
  setTimeout(() => {
    last = current()
    new MutationObserver(() => {
      const now = current()
      if (now === last || now === 0) return
      last = now
      for (const listener of listeners) listener(now)
    }).observe(parent, { attributes: true, attributeFilter: ['class'], subtree: true })
  })

  return {
    slides,
    current,
    title: (slide) => titleOf(slides[slide - 1]),
    goTo: (slide) => {
      location.hash = `#${slide}`
    },
    press(key) {
      pressing = true
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      pressing = false
    },
    isPressing: () => pressing,
    onTurn: (turned) => void listeners.push(turned),
  }
}

function titleOf(slide: Element | undefined): string {
  const heading = slide?.querySelector('h1, h2, div.title') ?? slide?.querySelector('h3, p, li, pre')
  return (heading?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 160)
}
