import type { MarpDeck } from './model.js'

/** All text of a deck, for the fonts that it needs. */
export function deckText({ markdown, slides }: MarpDeck): string {
  return [markdown, ...slides.flatMap(({ texts }) => texts)].join('\n')
}
