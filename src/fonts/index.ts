export { embedFonts, fontFaces, formulaFaces, uncoveredCharacters } from './fonts.js'
export type { FontOptions } from './fonts.js'
export { packageToInstall, scriptFonts } from './script-fonts.js'
export type { ScriptFonts } from './script-fonts.js'
