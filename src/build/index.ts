export { buildGuides } from './build.js'
export type { BuildOptions, BuildResult } from './build.js'
