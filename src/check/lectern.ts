import type { Finding } from '../finding/index.js'
import type { LedgerEntry } from '../guide/ledger.js'
import type { PdfDocument } from '../pdf/index.js'
import { checkEntries } from './words.js'

/** Every note of the author stands beside the slides on paper. */
export function checkLectern(
  ledger: readonly LedgerEntry[],
  pdf: PdfDocument,
  artefact: string,
): readonly Finding[] {
  return checkEntries(
    ledger.filter(({ venues }) => venues.includes('notes')),
    pdf,
    artefact,
  )
}
