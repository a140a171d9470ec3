/** A place in a source file; lines and columns are 1-based. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** An error keeps the guide from being built; a warning tells of a loss or a change; advice of what could be better. */
export type Severity = 'error' | 'warning' | 'advice'

/** A diagnostic as data: what is wrong, where, and what to do. Nothing here prints. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place?: Place
  readonly hint?: string
}

/** A finding that stops the guide at once (a template that does not compile). The build turns it into data again. */
export class Stop extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.message)
    this.name = 'Stop'
    this.finding = finding
  }
}

/** The machine lacks something (browser, disk, permission): exit code 3. */
export class EnvironmentFault extends Error {
  readonly finding: Finding

  constructor(finding: Finding, options?: ErrorOptions) {
    super(finding.message, options)
    this.name = 'EnvironmentFault'
    this.finding = finding
  }
}
