export { pressCheck } from './press-check.js'
export type { PressCopy } from './press-check.js'
