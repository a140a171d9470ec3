import { finding } from '../finding/index.js'
import type { Finding } from '../finding/index.js'
import type { Artefacts } from './artefacts.js'
import { corpusOf } from './corpus.js'
import { findWords } from './find-words.js'
import { excerpt, wordsOf } from './normal.js'

/** Px that rounding may cost. */
const tolerance = 1

/** No slide's content reaches past its slide, as it was measured. */
export function checkMeasures({ measures, slidePlaces }: Artefacts): readonly Finding[] {
  return (measures ?? [])
    .filter(({ overflow }) => overflow > tolerance)
    .map(({ slide, overflow, side, place }) =>
      finding(
        'slide-cut-off',
        { slide, pixels: Math.ceil(overflow), side },
        place ?? slidePlaces?.[slide - 1],
      ),
    )
}

/** The words that a slide shows in deck.html are on the same page of deck.pdf: clipped words are not. */
export function checkSlideWords(artefacts: Artefacts): readonly Finding[] {
  const { deckHtml, deckPdf, slidePlaces } = artefacts
  if (!deckPdf || !deckHtml) return []
  const [html, pdf] = [deckHtml.slides.length, deckPdf.pages.length]
  if (html !== pdf) return [finding('slides-differ', { html, pdf })]
  return deckHtml.slides.flatMap(({ blocks }, index) => {
    const wanted = blocks.map((block) => {
      const words = wordsOf(block)
      return { words, normal: words.map((word) => word.normal).join('') }
    })
    const found = findWords(wanted, corpusOf(deckPdf.pages[index]?.text ?? ''))
    const lost = found.findIndex(({ lostFrom }) => lostFrom !== undefined)
    if (lost === -1) return []
    const text = excerpt(wanted[lost]?.words ?? [], found[lost]?.lostFrom)
    return [finding('slide-words-lost', { slide: index + 1, text }, slidePlaces?.[index])]
  })
}
