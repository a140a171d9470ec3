export { compareEdition } from './compare.js'
export type { Comparison, Difference } from './compare.js'
export { guidesOf } from './find-guide.js'
