/** Heights and edges of one slide as laid out, in CSS px from the slide's top, unscaled (a slide is 1280 × 720). */
export interface SlideMeasure {
  /** Content must end here: 632 on most layouts. */
  readonly limit: number
  /** The elements of the slide's body, in order: one for each of its blocks, then its foot. */
  readonly elements: readonly ElementMeasure[]
  /** px past the limit, or past the end of the text column; 0 where all is well. */
  readonly overflow: number
  readonly side: 'bottom' | 'end'
  /** What the slide shows, as plain text: what deck.pdf must show, too. */
  readonly text: string
}

export interface ElementMeasure {
  readonly tag: string
  readonly top: number
  readonly bottom: number
  /** Height of one line of its text. */
  readonly line: number
  /** List items, table body rows or code lines: where each begins and ends. */
  readonly units: readonly { readonly top: number; readonly bottom: number }[]
}

/**
 * Measures every slide of the document. Runs inside the page, so it must be complete in itself.
 * Marp scales a slide to the window by its SVG: `k` takes that out again.
 */
export function measureSlides(): SlideMeasure[] {
  const skipped = new Set(['HEADER', 'FOOTER', 'STYLE', 'SCRIPT'])
  const END = 1216
  const FOOT_GAP = 12
  const isLaidOut = (element: Element) => {
    const style = getComputedStyle(element)
    return style.display !== 'none' && style.visibility !== 'hidden'
  }
  // Marp lays a slide with a picture behind it out in layers; one of them is the slide.
  const layers = ['background', 'pseudo'].map((name) => `[data-marpit-advanced-background="${name}"]`)
  const slides = document.querySelectorAll<HTMLElement>(`section:not(${layers.join(', ')})`)
  return [...slides].map((section) => {
    const frame = section.getBoundingClientRect()
    const k = frame.height / section.offsetHeight || 1
    const isRtl = getComputedStyle(section).direction === 'rtl'
    const top = (rect: DOMRect) => (rect.top - frame.top) / k
    const bottom = (rect: DOMRect) => (rect.bottom - frame.top) / k
    const padding = Number.parseFloat(getComputedStyle(section).paddingBottom)
    const limit = section.offsetHeight - padding
    const children = [...section.children].filter((child) => !skipped.has(child.tagName) && isLaidOut(child))
    const body = children.filter(
      (child) => !/^H[12]$/.test(child.tagName) && !child.classList.contains('title'),
    )
    const isAuthored = section.classList.contains('authored') || !section.querySelector(':scope > header')
    const slideLimit = isAuthored ? section.offsetHeight : limit

    const unitsOf = (element: Element) => {
      const inner =
        element.tagName === 'TABLE'
          ? [...element.querySelectorAll(':scope > tbody > tr')]
          : element.tagName === 'UL' || element.tagName === 'OL'
            ? [...element.querySelectorAll(':scope > li')]
            : []
      if (inner.length > 0) {
        return inner.map((one) => ({
          top: top(one.getBoundingClientRect()),
          bottom: bottom(one.getBoundingClientRect()),
        }))
      }
      const code = element.tagName === 'PRE' ? element.querySelector('code') : null
      if (!code) return []
      const range = document.createRange()
      const lines: { top: number; bottom: number }[] = []
      const line = Number.parseFloat(getComputedStyle(code).lineHeight) || 42
      const start =
        top(element.getBoundingClientRect()) + Number.parseFloat(getComputedStyle(element).paddingTop)
      const count = (code.textContent ?? '').replace(/\n$/, '').split('\n').length
      range.selectNodeContents(code)
      const rows = Math.max(count, Math.round(range.getBoundingClientRect().height / k / line))
      const height = (rows / count) * line
      for (let index = 0; index < count; index++) {
        lines.push({ top: start + index * height, bottom: start + (index + 1) * height })
      }
      return lines
    }

    let overflow = 0
    let side: 'bottom' | 'end' = 'bottom'
    const note = (pixels: number, where: 'bottom' | 'end') => {
      if (pixels > overflow) {
        overflow = pixels
        side = where
      }
    }
    let before = -Infinity
    for (const child of children) {
      const rect = child.getBoundingClientRect()
      if (rect.width === 0 && rect.height === 0) continue
      note(bottom(rect) - slideLimit, 'bottom')
      const end = isRtl ? (frame.right - rect.left) / k : (rect.right - frame.left) / k
      note(end - (isAuthored ? section.offsetWidth : END), 'end')
      if (child.scrollWidth > child.clientWidth + 1 && getComputedStyle(child).overflowX !== 'visible') {
        note(child.scrollWidth - child.clientWidth, 'end')
      }
      // Blocks set at the foot never pass the limit: they run into those above instead.
      const { position, alignSelf } = getComputedStyle(child)
      const isFoot = position === 'absolute' || alignSelf.includes('end') || alignSelf.includes('last')
      if (isFoot) note(before + FOOT_GAP - top(rect), 'bottom')
      else before = Math.max(before, bottom(rect))
    }
    const clone = section.cloneNode(true) as HTMLElement
    clone.querySelectorAll('style, script, svg, math, annotation').forEach((one) => one.remove())
    return {
      limit: slideLimit,
      elements: body.map((element) => {
        const rect = element.getBoundingClientRect()
        return {
          tag: element.tagName,
          top: top(rect),
          bottom: bottom(rect),
          line: Number.parseFloat(getComputedStyle(element).lineHeight) || 40,
          units: unitsOf(element),
        }
      }),
      overflow: Math.round(overflow),
      side,
      text: (clone.textContent ?? '').replace(/\s+/g, ' ').trim(),
    }
  })
}
