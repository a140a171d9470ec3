import type { Place } from '../../finding/index.js'

/** A guide's front matter, validated; guide-format section 1. */
export interface FrontMatter {
  readonly title?: string
  readonly subtitle?: string
  readonly lang?: string
  readonly authors: readonly string[]
  readonly organization?: string
  readonly event?: string
  readonly place?: string
  readonly kind?: string
  /** ISO 8601 day. */
  readonly date?: string
  readonly version?: string
  readonly license?: string
  readonly url?: string
  readonly logo?: string
  /** Minutes. */
  readonly duration?: number
  /** Clock time, "HH:MM". */
  readonly start?: string
  readonly bring: readonly string[]
  readonly paper: 'A4' | 'Letter'
  readonly theme?: string
  /** CSS hex colour. */
  readonly accent?: string
  readonly variant: 'light' | 'dark'
  readonly footer?: string
  readonly summary?: string
  readonly solutions: 'end' | 'facilitator'
  readonly outputs: readonly string[]
  readonly ignore: readonly { readonly code: string; readonly reason: string; readonly place: Place }[]
  /** Advice for a lay audience, which is off by default. */
  readonly advice: readonly ('acronyms' | 'sentences')[]
}
