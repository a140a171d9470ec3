import { readFileSync } from 'node:fs'
import type { Browser } from '../../src/browser/index.js'
import { wordsOf } from './words.js'
import { lostWords } from './lost-words.js'

/** The smallest text that the look allows, in px of a slide of 1280 × 720. */
const smallestText = 17

/** How a slide of deck.html is laid out, as the browser says. */
interface LaidOut {
  /** Pixels past the slide's edges, of its text and its pictures; 0 where all is inside. */
  readonly outside: number
  /** What scrolls in itself, by tag. */
  readonly scrollers: readonly string[]
  readonly fontSize: number
  readonly boxes: number
  readonly text: string
}

export interface Slides {
  readonly count: number
  /** One line for each slide that does not show all that it holds. */
  readonly faults: readonly string[]
  /** Labelled boxes that stand for pictures. */
  readonly boxes: number
}

/** Lays out deck.html anew and holds each slide against its frame, the look's least size and its page of deck.pdf. */
export async function measureDeck(
  browser: Browser,
  deckHtml: string,
  pdfPages: readonly string[],
): Promise<Slides> {
  const slides = await browser.measure(readFileSync(deckHtml, 'utf8'), layOut)
  const faults = slides.flatMap((slide, index) => {
    const words = [{ line: index + 1, words: wordsOf(slide.text) }]
    const lost = lostWords(words, wordsOf(pdfPages[index] ?? ''))
    return [
      ...(slide.outside > 1 ? [`${Math.round(slide.outside)} px outside`] : []),
      ...slide.scrollers.map((tag) => `<${tag}> scrolls`),
      ...(slide.fontSize < smallestText ? [`text of ${slide.fontSize} px`] : []),
      ...(lost.length > 0
        ? [
            `deck.pdf lacks ${lost
              .slice(0, 5)
              .map(({ word }) => word)
              .join(' ')}`,
          ]
        : []),
    ].map((fault) => `slide ${index + 1}: ${fault}`)
  })
  if (slides.length !== pdfPages.length)
    faults.push(`deck.html has ${slides.length} slides, deck.pdf ${pdfPages.length} pages`)
  return { count: slides.length, faults, boxes: slides.reduce((sum, slide) => sum + slide.boxes, 0) }
}

/** Runs inside the page, so it is complete in itself. */
function layOut(): LaidOut[] {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const notText = 'style, script, annotation'
  // Raised and lowered text is smaller than the line that it stands in, and so are the parts of a formula.
  const small = 'sub, sup, math, .katex, mjx-container'
  const sections = [...document.querySelectorAll<HTMLElement>('svg[data-marpit-svg] section')]
  const layouts = sections.map((section) => {
    const frame = section.getBoundingClientRect()
    const scale = frame.height / section.offsetHeight || 1
    const past = (left: number, top: number, right: number, bottom: number): number =>
      Math.max(frame.left - left, frame.top - top, right - frame.right, bottom - frame.bottom) / scale
    let outside = 0
    let fontSize = Infinity
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as HTMLElement
      if (!node.nodeValue?.trim() || parent.closest(notText)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      if (rects.length === 0) continue
      const style = getComputedStyle(parent)
      if (!parent.closest(small)) fontSize = Math.min(fontSize, Number.parseFloat(style.fontSize))
      // The box of a large numeral is taller than its ink, by as much as its font leaves room for other letters.
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const ink = pen.measureText(node.nodeValue)
      const above = Math.max(0, ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent) * scale
      const below = Math.max(0, ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent) * scale
      for (const { left, top, right, bottom } of rects)
        outside = Math.max(outside, past(left, top + above, right, bottom - below))
    }
    for (const picture of section.querySelectorAll('img, svg, table, pre, .missing')) {
      const { left, top, right, bottom } = picture.getBoundingClientRect()
      outside = Math.max(outside, past(left, top, right, bottom))
    }
    const scrollers = [...section.querySelectorAll<HTMLElement>('*')].filter(
      (one) =>
        one instanceof HTMLElement &&
        !one.closest(small) &&
        !/^(inline|none)/.test(getComputedStyle(one).display) &&
        getComputedStyle(one).overflow !== 'visible' &&
        (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1),
    )
    const boxes = section.querySelectorAll('.missing').length
    return { outside, scrollers: scrollers.map((one) => one.tagName.toLowerCase()), fontSize, boxes }
  })
  // Maths has no words; nothing of it is measured any more.
  for (const formula of document.querySelectorAll<HTMLElement>('math, .katex, mjx-container'))
    formula.style.display = 'none'
  return layouts.map((layout, index) => ({ ...layout, text: sections[index]?.innerText ?? '' }))
}
