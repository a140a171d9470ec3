import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { Artefacts, SlideMeasure } from './artefacts.js'
import { corpusOf } from './corpus.js'
import { findWords } from './find-words.js'
import { excerpt, wordsOf } from './normal.js'

/** Letters that a font may lack. */
const RARE = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/** Px that rounding may cost. */
const tolerance = 1

/** No slide's content reaches past its slide, as it was measured. */
export function checkMeasures({ measures, slidePlaces }: Artefacts): readonly Finding[] {
  return (measures ?? [])
    .filter(isCutOff)
    .map(({ slide, overflow, side, place }) =>
      finding(
        'slide-cut-off',
        { slide, pixels: Math.ceil(overflow), side },
        place ?? slidePlaces?.[slide - 1],
      ),
    )
}

function isCutOff({ overflow }: SlideMeasure): boolean {
  return overflow > tolerance
}

/**
 * The words that a slide shows in deck.html are on the same page of deck.pdf: clipped words are not. What is cut off
 * or printed in boxes is told as that.
 */
export function checkSlideWords(artefacts: Artefacts): readonly Finding[] {
  const { deckHtml, deckPdf, slidePlaces, measures } = artefacts
  if (!deckPdf || !deckHtml) return []
  const [html, pdf] = [deckHtml.slides.length, deckPdf.pages.length]
  if (html !== pdf) return [finding('slides-differ', { html, pdf })]
  const cutOff = new Set((measures ?? []).filter(isCutOff).map(({ slide }) => slide))
  return deckHtml.slides.flatMap(({ blocks }, index) => {
    const wanted = blocks.map((block) => {
      const words = wordsOf(block)
      return { words, normal: words.map((word) => word.normal).join('') }
    })
    const found = findWords(wanted, corpusOf(deckPdf.pages[index]?.text ?? ''))
    const lost = found.findIndex(({ lostFrom }) => lostFrom !== undefined)
    if (lost === -1 || cutOff.has(index + 1)) return []
    const text = excerpt(wanted[lost]?.words ?? [], found[lost]?.lostFrom)
    if ((deckPdf.pages[index]?.boxed.size ?? 0) > 0 && RARE.test(text)) return []
    return [finding('slide-words-lost', { slide: index + 1, text }, slidePlaces?.[index])]
  })
}
