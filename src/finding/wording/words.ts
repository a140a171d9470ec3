import type { Severity } from '../finding.js'

/** How a finding is worded, from the data that only it has. */
export interface Wording<Data> {
  readonly severity: Severity
  readonly message: (data: Data) => string
  readonly hint?: (data: Data) => string | undefined
}

/** Ties the data type of a finding to its words. */
export function words<Data = Record<string, never>>(wording: Wording<Data>): Wording<Data> {
  return wording
}
