export { buildGuides } from './build-guides.js'
export type { BuildOptions, BuildResult } from './options.js'
export { weigh } from './weigh.js'
export type { SilencedFinding, Weighed, WeighOptions } from './weigh.js'
