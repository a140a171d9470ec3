import { EnvironmentFault, finding } from '../finding/index.js'

/** The browser crashed, hung or went away: worth one more try in a fresh one. Its finding is `browser-failed`. */
export class BrowserLost extends EnvironmentFault {
  /** @param reason as part of a sentence */
  constructor(reason: string, options?: ErrorOptions) {
    super(finding('browser-failed', { reason }), options)
    this.name = 'BrowserLost'
  }
}
