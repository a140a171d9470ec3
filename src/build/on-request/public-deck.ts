import { checkPublicDeck, readDeckHtml } from '../../check/index.js'
import { notesText } from '../../deck/index.js'
import { deckData, publicHtml } from '../../present/index.js'
import { countOf } from '../made-file.js'
import type { Groundwork, MadeOnRequest } from './made.js'

/** deck.public.html: the deck to share, without what is the speaker's. */
export async function makePublicDeck(groundwork: Groundwork): Promise<MadeOnRequest> {
  const { guide, words, ledger, slides, deckHtml } = groundwork
  const html = publicHtml(deckHtml, deckData(guide, slides, words))
  const moved = slides.flatMap((slide) =>
    slide.moved.map((block) => ({ text: notesText([block]), place: block.place })),
  )
  return {
    file: { content: html, count: countOf('deck.public.html', readDeckHtml(html).slides.length) },
    findings: checkPublicDeck({ guide, ledger, moved, html }),
  }
}
