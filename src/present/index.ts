export type { DeckData } from './data.js'
export { deckData } from './deck-data.js'
export { presenterScript, presenterStyle, publicHtml, withPresenter } from './insert.js'
export type { Presenter } from './insert.js'
