import type { Slide } from '../deck/index.js'
import type { Block, Inline } from '../guide/index.js'
import type { Words } from '../words/index.js'

/** Width of a page number that is not known yet: what is measured must not be narrower than what is printed. */
const UNKNOWN = '00'

/** Fills in the handout's pages that slides refer to. @param pages 1-based, by id; absent before the first print */
export function citePages(
  slides: readonly Slide[],
  words: Words,
  pages?: ReadonlyMap<string, number>,
): readonly Slide[] {
  return slides.map((slide) => {
    if (!slide.cites) return slide
    const page =
      pages?.get(slide.cites) ?? pages?.get(slide.partId ?? '') ?? pages?.get(slide.sectionId ?? '')
    const text = page === undefined ? UNKNOWN : words.number(page)
    const fill = (line: string) => line.replaceAll('{page}', text)
    return {
      ...slide,
      foot: slide.foot.map(fill),
      blocks: slide.blocks.map((block) => fillBlock(block, fill)),
    }
  })
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
