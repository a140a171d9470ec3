export type { EmbeddedPicture } from './attributes.js'
export { cleanSvg } from './clean.js'
export type { SvgFault } from './stopped.js'
export type { CleanSvg } from './writer.js'
