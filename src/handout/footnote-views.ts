import { blockViews } from './blocks.js'
import type { Edition } from './edition.js'
import type { BlockView } from './views.js'

export interface FootnoteView {
  readonly id: string
  /** In the language's digits. */
  readonly number: string
  /** Id of the block that refers to it; '' for none. */
  readonly back: string
  /** What the way back is called; '' where its number says enough. */
  readonly backLabel: string
  readonly blocks: readonly BlockView[]
}

/** The footnotes at the end of a section, or of another stretch of the edition. */
export function footnoteViews(edition: Edition, stretch: string): readonly FootnoteView[] {
  return (edition.footnotes.at.get(stretch) ?? []).map((footnote) => ({
    id: footnote.id,
    number: edition.words.number(footnote.number),
    back: edition.footnotes.back.get(footnote.id) ?? '',
    backLabel: edition.isScreen ? edition.words.say('backToText', { n: footnote.number }) : '',
    blocks: blockViews(footnote.blocks, edition, { isInColumn: false }),
  }))
}
