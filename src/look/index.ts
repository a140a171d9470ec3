export { accentTokens, contrast } from './accent.js'
export { counterStyle } from './digits.js'
export { FORMULA } from './formula.js'
export { shortened } from './shortened.js'
