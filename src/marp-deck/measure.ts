/** How a slide is laid out, as the browser says. */
export interface DeckMeasure {
  /** CSS px, unscaled, that its text or a picture reaches past the slide; 0 where all is inside. */
  readonly overflow: number
  readonly side: 'bottom' | 'end' | 'top' | 'start'
  /** Of what reaches farthest: its first words. */
  readonly what: string
  /** The words that can be seen, a text for each block. */
  readonly texts: readonly string[]
  /** Its height by its width. */
  readonly ratio: number
}

/** Measures every slide of a deck's document. Runs inside the page, so it must be complete in itself. */
export function measureDeck(): DeckMeasure[] {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const isLayer = (section: Element) =>
    /^(?:background|pseudo)$/.test(section.getAttribute('data-marpit-advanced-background') ?? '')
  const slideRatio = (section: Element): number => {
    const { width, height } = (section.closest('svg') as SVGSVGElement).viewBox.baseVal
    return height / width
  }
  const slides = [...document.querySelectorAll('svg[data-marpit-svg]')].map((svg) =>
    [...svg.querySelectorAll<HTMLElement>(':scope > foreignObject > section')].find((one) => !isLayer(one)),
  )
  return slides.map((section) => {
    if (!section) return { overflow: 0, side: 'bottom' as const, what: '', texts: [], ratio: 9 / 16 }
    const frame = section.getBoundingClientRect()
    const scale = frame.height / section.offsetHeight || 1
    let worst = { overflow: 0, side: 'bottom' as DeckMeasure['side'], what: '' }
    const note = (rect: { left: number; top: number; right: number; bottom: number }, what: string): void => {
      const past = {
        bottom: rect.bottom - frame.bottom,
        end: rect.right - frame.right,
        top: frame.top - rect.top,
        start: frame.left - rect.left,
      }
      for (const side of ['bottom', 'end', 'top', 'start'] as const) {
        const overflow = past[side] / scale
        if (overflow > worst.overflow) worst = { overflow, side, what }
      }
    }
    const texts: string[] = []
    let block: Element | undefined
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const value = node.nodeValue ?? ''
      if (!parent || parent.closest('style, script, math, mjx-container')) {
        block = undefined
        continue
      }
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      const style = getComputedStyle(parent)
      const isClosed = parent.closest('details:not([open])') !== null && !parent.closest('summary')
      const isHidden = isClosed || style.visibility !== 'visible'
      if (rects.length === 0 || isHidden || value.trim() === '') {
        if (block && value !== '' && value.trim() === '') texts.push(`${texts.pop() ?? ''} `)
        continue
      }
      // A line's box is taller than its ink, by as much as its font leaves room for other letters.
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const ink = pen.measureText(value)
      const above = Math.max(0, ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent) * scale
      const below = Math.max(0, ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent) * scale
      for (const { left, top, right, bottom } of rects)
        note({ left, right, top: top + above, bottom: bottom - below }, value.trim().slice(0, 60))
      const isSeen = rects.some(
        ({ left, top, right, bottom }) =>
          left < frame.right && right > frame.left && top < frame.bottom && bottom > frame.top,
      )
      if (!isSeen) continue
      let own: Element = parent
      while (own !== section && getComputedStyle(own).display.startsWith('inline'))
        own = own.parentElement ?? section
      if (own === block) texts.push((texts.pop() ?? '') + value)
      else texts.push(value)
      block = own
    }
    for (const one of section.querySelectorAll<HTMLElement>('img, svg, table, pre, video')) {
      if (getComputedStyle(one).visibility !== 'visible') continue
      const rect = one.getBoundingClientRect()
      if (rect.width > 0 && rect.height > 0) note(rect, (one.textContent ?? '').trim().slice(0, 60))
      const past = one instanceof HTMLElement ? one.scrollWidth - one.clientWidth : 0
      if (past > 1 && getComputedStyle(one).overflowX !== 'visible' && past > worst.overflow)
        worst = { overflow: past, side: 'end', what: (one.textContent ?? '').trim().slice(0, 60) }
    }
    return {
      ...worst,
      overflow: Math.round(worst.overflow),
      what: worst.what.replace(/\s+/g, ' '),
      ratio: slideRatio(section),
      texts: texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''),
    }
  })
}

/** Waits until Marp's script has fitted headings and code into their slides. Runs inside the page. */
export async function fitted(): Promise<void> {
  // Fonts are asked for only when something is laid out in them.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => setTimeout(resolve, 20))
}

/**
 * Gives letters that no font of the machine has another family, and those that none at hand has their codes. Runs inside
 * the page, so it must be complete in itself.
 */
export function dressLetters(letters: string, families: string, without: string): void {
  const [dressed, coded] = [new Set(letters), new Set(without)]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('script, style')) continue
    const points = [...(node.nodeValue ?? '')]
    if (points.some((letter) => dressed.has(letter))) {
      // Before the generic family: behind it, the browser asks for no font any more.
      const own = getComputedStyle(parent).fontFamily.split(/,\s*/)
      const generic = own.findIndex((name) =>
        /^(?:serif|sans-serif|monospace|system-ui|ui-[\w-]+|math)$/.test(name),
      )
      own.splice(generic < 0 ? own.length : generic, 0, families)
      parent.style.fontFamily = own.join(', ')
    }
    if (!points.some((letter) => coded.has(letter))) continue
    node.nodeValue = points
      .map((letter) =>
        coded.has(letter)
          ? `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
          : letter,
      )
      .join('')
  }
}
