export { embedFonts, fontFaces, formulaFaces, uncoveredCharacters } from './fonts.js'
export type { FontOptions } from './fonts.js'
