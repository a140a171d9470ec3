import { checkArtefacts, type Artefacts } from '../check/index.js'
import type { Finding } from '../finding/index.js'
import type { PdfDocument } from '../pdf/index.js'

/**
 * Checks what is made first while the facilitator's edition is still being printed. Where anything is found, all is
 * checked once more together, since a fault of several artefacts is told once.
 */
export async function checkInTime(
  first: Promise<Artefacts>,
  facilitator: Promise<PdfDocument>,
): Promise<readonly Finding[]> {
  facilitator.catch(() => undefined) // It is awaited below, and may fail before that.
  const artefacts = await first
  const early = checkArtefacts(artefacts)
  const facilitatorPdf = await facilitator
  const { guide, words, ledger, withoutFont } = artefacts
  const late = checkArtefacts({
    guide,
    words,
    ledger,
    ...(withoutFont ? { withoutFont } : {}),
    facilitatorPdf,
  })
  if (early.length + late.length === 0) return []
  return checkArtefacts({ ...artefacts, facilitatorPdf })
}
