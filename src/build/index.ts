export { buildGuides } from './build-guides.js'
export type { BuildResult, Progress, RunOptions } from './options.js'
export { weigh } from './weigh.js'
export type { SilencedFinding, Weighed, WeighOptions } from './weigh.js'
