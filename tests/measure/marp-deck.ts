import { readFileSync } from 'node:fs'
import type { Browser } from '../../src/browser/index.js'
import { lostWords, type LostWord } from './lost-words.js'
import type { Slides } from './slides.js'
import { wordsOf } from './words.js'

/** Whether a Markdown file is a Marp deck, which is taken as it was written. */
export function isMarpDeck(source: string): boolean {
  return /^---[ \t]*\n(?:(?!---)[^\n]*\n)*?marp:[ \t]*true[ \t]*\n/.test(source.replace(/\r\n?/g, '\n'))
}

/** Holds each slide of a Marp deck against its page of deck.pdf: what it says must be there; its looks are its author's. */
export async function measureMarpDeck(
  browser: Browser,
  deckHtml: string,
  pdfPages: readonly string[],
): Promise<Slides> {
  const slides = await browser.measure(readFileSync(deckHtml, 'utf8'), readSlides)
  const faults = slides.flatMap(({ text }, index) => {
    const lost = lostWords([{ line: index + 1, words: wordsOf(text) }], wordsOf(pdfPages[index] ?? ''))
    const words = lost.slice(0, 5).map(({ word }) => word)
    return words.length > 0 ? [`slide ${index + 1}: deck.pdf lacks ${words.join(' ')}`] : []
  })
  if (slides.length !== pdfPages.length)
    faults.push(`deck.html has ${slides.length} slides, deck.pdf ${pdfPages.length} pages`)
  return { count: slides.length, faults, boxes: slides.reduce((sum, slide) => sum + slide.boxes, 0) }
}

/** Runs inside the page, so it is complete in itself. What lies past a slide's edge is on no page. */
function readSlides(): { readonly text: string; readonly boxes: number }[] {
  const layers =
    ':not([data-marpit-advanced-background="background"], [data-marpit-advanced-background="pseudo"])'
  return [...document.querySelectorAll('svg[data-marpit-svg]')].map((svg) => {
    const section = svg.querySelector<HTMLElement>(`section${layers}`)
    if (!section) return { text: '', boxes: 0 }
    const frame = section.getBoundingClientRect()
    const shown: string[] = []
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('style, script, math, mjx-container')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const isInside = [...range.getClientRects()].every(
        ({ top, bottom, left, right }) =>
          top >= frame.top && bottom <= frame.bottom && left >= frame.left && right <= frame.right,
      )
      if (isInside) shown.push(node.nodeValue ?? '')
    }
    return { text: shown.join(' '), boxes: section.querySelectorAll('.missing').length }
  })
}

/**
 * Lost words without those of slides that the build has told as cut off: Marp clips them, on paper as well.
 * @param toldLines 1-based lines at which such slides begin
 */
export function withoutTold(
  lost: readonly LostWord[],
  source: string,
  toldLines: readonly number[],
): readonly LostWord[] {
  const rulers = source
    .split(/\r\n?|\n/)
    .flatMap((line, index) => (/^---+\s*$/.test(line) ? [index + 1] : []))
  const spans = toldLines.map((first) => [first, rulers.find((line) => line > first) ?? Infinity] as const)
  return lost.filter(({ line }) => !spans.some(([first, end]) => line >= first && line < end))
}

/** Lines of the slides that report.json tells as cut off. */
export function toldOverflows(report: string): readonly number[] {
  const { findings } = JSON.parse(report) as { findings: readonly { code: string; line?: number }[] }
  return findings.flatMap(({ code, line }) => (code === 'marp-slide-overflows' && line ? [line] : []))
}
