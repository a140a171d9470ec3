import type { SectionState } from './section-states.js'

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string
  /** BCP 47 */
  readonly lang: string
  readonly author?: string
  /** YYYY-MM-DD; made and changed on that day at 00:00Z. Without it the PDF has no dates. */
  readonly date?: string
  readonly subject?: string
  readonly keywords?: string
  /** SHA-256 of the guide and its pictures, in hex. */
  readonly hash: string
  /** Name of the guide: that of its output folder. */
  readonly guide?: string
  /** Hashes of its sections, in order. */
  readonly sections?: readonly SectionState[]
}
