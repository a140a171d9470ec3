export { buildGuides } from './build-guides.js'
export type { BuildOptions, BuildResult } from './options.js'
