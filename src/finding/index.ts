export { EnvironmentFault, Stop } from './finding.js'
export type { Finding, Place, Severity } from './finding.js'
export { codes, finding, isAboutMachine, severityOf } from './wording.js'
export type { Code } from './wording.js'
