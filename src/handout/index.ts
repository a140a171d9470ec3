export type { HandoutContext, SlideReference } from './context.js'
export { facilitatorHtml } from './facilitator.js'
export { handoutHtml } from './handout.js'
export { handoutIds as linkedIds } from './linked-ids.js'
