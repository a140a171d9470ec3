import { PAGE_SEAT, type Slide } from '../deck/index.js'
import type { Block, Inline } from '../guide/index.js'
import type { Words } from '../words/index.js'

/** Width of a page number that is not known yet: what is measured must not be narrower than what is printed. */
const UNKNOWN = '00'

/** Stands for the page number of a slide by its index, between two characters that no text has: reading takes them out. */
const SEAT = /\uFDD4(\d+)\uFDD5/g

/** Slides as they are measured, before the handout's pages are known. */
export function withWidestPages(slides: readonly Slide[]): readonly Slide[] {
  return slides.map((slide) => filled(slide, UNKNOWN))
}

/** Slides that can be rendered before the handout's pages are known; `fillPages` then fills the numbers in. */
export function withSeats(slides: readonly Slide[]): readonly Slide[] {
  return slides.map((slide, index) => filled(slide, `\uFDD4${index}\uFDD5`))
}

/**
 * The number of the handout's page that each slide refers to, in the digits of the language; '' where it refers to none.
 * @param pages 1-based, by id
 */
export function pageTexts(
  slides: readonly Slide[],
  words: Words,
  pages: ReadonlyMap<string, number>,
): readonly string[] {
  return slides.map(({ cites, partId, sectionId }) => {
    if (!cites) return ''
    const page = pages.get(cites) ?? pages.get(partId ?? '') ?? pages.get(sectionId ?? '')
    return page === undefined ? UNKNOWN : words.number(page)
  })
}

/** Markdown or HTML of slides with seats, with its numbers filled in. */
export function fillPages(text: string, texts: readonly string[]): string {
  return text.replace(SEAT, (_, index: string) => texts[Number(index)] ?? '')
}

/** As `fillPages`, for slides that are laid out. Runs inside the page, so it must be complete in itself. */
export function fillLaidOutPages(texts: readonly string[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.nodeValue?.includes('\uFDD4')) {
      node.nodeValue = node.nodeValue.replace(
        /\uFDD4(\d+)\uFDD5/g,
        (_, index: string) => texts[Number(index)] ?? '',
      )
    }
  }
}

function filled(slide: Slide, text: string): Slide {
  if (!slide.cites) return slide
  const fill = (line: string) => line.replaceAll(PAGE_SEAT, text)
  return { ...slide, foot: slide.foot.map(fill), blocks: slide.blocks.map((block) => fillBlock(block, fill)) }
}

function fillBlock(block: Block, fill: (text: string) => string): Block {
  if (block.kind !== 'paragraph') return block
  return {
    ...block,
    text: block.text.map((node): Inline =>
      node.type === 'text' ? { ...node, value: fill(node.value) } : node,
    ),
  }
}
