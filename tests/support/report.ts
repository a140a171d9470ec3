import type { Report } from '../../src/build/report.js'

/** A report of nothing. */
export function emptyReport(guide: string): Report {
  return { guide, deckhand: '', hash: '', sections: [], outputs: [], findings: [], timings: {} }
}
