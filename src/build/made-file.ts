import type { FinishedPdf } from './finish-pdf.js'

/** One file of a guide's output, before it is written. */
export interface MadeFile {
  readonly content: string | Uint8Array
  readonly pages?: number
  /** "58 slides" */
  readonly count?: string
}

/** A PDF with what the closing table says of it. */
export function madePdf(file: string, { pdf, read }: FinishedPdf): MadeFile {
  const pages = read.pages.length
  return { content: pdf, pages, count: countOf(file, pages) }
}

/** "58 slides", "19 pages" */
export function countOf(file: string, pages: number): string {
  const unit = file.startsWith('deck') ? 'slide' : 'page'
  return `${pages} ${unit}${pages === 1 ? '' : 's'}`
}
