export { cleanSvg } from './clean.js'
export type { CleanSvg, EmbeddedPicture, SvgFault } from './clean.js'
