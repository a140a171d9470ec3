export { createMarpThread } from './marp-thread.js'
export type { OpenDeck, MarpThread } from './marp-thread.js'
export { withPolicy } from './presenter-policy.js'
