export { createMarpThread } from './marp-thread.js'
export type { MarpDeck, MarpThread } from './marp-thread.js'
export { withPolicy } from './presenter-policy.js'
