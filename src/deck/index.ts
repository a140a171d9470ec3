// The engine has a door of its own, engine.ts: it loads Marp, which only the thread of its own needs.
export type { RenderedDeck, RenderOptions } from './engine.js'
export { deckMarkdown } from './deck-markdown.js'
export { fit } from './fit.js'
export type { Measure } from './fit.js'
export { measureSlides } from './measure.js'
export type { SlideMeasure } from './measure.js'
export { plan } from './plan.js'
export type * from './slide.js'
