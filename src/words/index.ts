export { wordsFor } from './words.js'
export type { WordKey, Words } from './words.js'
