import type { Finding } from '../finding/index.js'
import type { LedgerEntry } from '../guide/ledger.js'
import type { Block, Exercise, Guide } from '../guide/model.js'
import type { PdfDocument } from '../pdf/index.js'
import { checkSecrets } from './leaks.js'
import { checkEntries } from './words.js'

/** The worksheet has every exercise, and of none the solution. @param exercises in reading order */
export function checkWorksheet(
  { guide, ledger }: { readonly guide: Guide; readonly ledger: readonly LedgerEntry[] },
  exercises: readonly Exercise[],
  pdf: PdfDocument,
): readonly Finding[] {
  const asked = new Set(exercises.flatMap(({ id, blocks }) => [id, ...idsOf(blocks)]))
  const solved = new Set(exercises.flatMap(({ solutions }) => idsOf(solutions)))
  const heldBack = ledger.map((entry) => (solved.has(entry.id) ? { ...entry, secret: true } : entry))
  return [
    ...checkEntries(
      ledger.filter(({ id, secret }) => asked.has(id) && !secret),
      pdf,
      'worksheet.pdf',
    ),
    ...checkSecrets({ guide, ledger: heldBack }, pdf, 'worksheet.pdf'),
  ]
}

/** Ids of blocks and of all that is in them; notes and solutions among them are none of theirs. */
function idsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'list':
        return [block.id, ...block.items.flatMap((item) => idsOf(item.blocks))]
      case 'columns':
        return [block.id, ...block.columns.flatMap(idsOf)]
      case 'solution':
      case 'quote':
      case 'callout':
      case 'handout':
      case 'keypoints':
        return [block.id, ...idsOf(block.blocks)]
      case 'notes':
        return []
      default:
        return [block.id]
    }
  })
}
