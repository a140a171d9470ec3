import type { PrintOrder } from '../../handout/index.js'

/** What a kit is for. */
export interface KitOptions {
  /** Participants. */
  readonly people: number
}

const NAMES = { participants: 'handout', facilitator: 'facilitator', answers: 'answers' } as const

/** An order for so many copies, printed on both sides; the file's name says how many. */
export function orderOf(edition: PrintOrder['edition'], pages: number, copies: number): PrintOrder {
  const file = `${NAMES[edition]}-${copies}-${copies === 1 ? 'copy' : 'copies'}.pdf`
  return { edition, file, copies, pages, sheets: Math.ceil(pages / 2) }
}
