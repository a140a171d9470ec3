import type { Node, RootContent } from 'mdast'
import type { Finding, Place } from '../finding/index.js'
import type { InlineContext } from './inline.js'
import type { Block, Opening } from './model.js'

/** What the building of blocks needs and what it gathers on its way through one guide. */
export interface BlockContext {
  readonly inline: InlineContext
  readonly placeOf: (node: Node) => Place
  /** The next id of a block without one of its own. */
  readonly nextId: () => string
  /** A unique id from the one that the author gave. */
  readonly claimId: (wanted: string, place: Place) => string
  /** A name that the author gave to a place by HTML, and the block that stands there. */
  readonly anchor: (name: string, id: string) => void
  readonly nextExercise: () => number
  readonly tell: (finding: Finding) => void
  /** The lines of the source as written, from and to 1-based and inclusive. */
  readonly sourceLines: (from: number, to: number) => string
  /** Blocks inside a directive, built as those around it. */
  readonly blocks: (nodes: readonly RootContent[]) => readonly Block[]
  /** A picture of an author's own slide, which needs no alternative text. */
  readonly ownPicture: (src: string, place: Place, uses: number) => void
  /** Depth that a heading inside a part has, from its level in the source. */
  readonly headingDepth: (level: number) => number
  /** Receives questions, objectives and prerequisites, which belong to the section's head. */
  readonly opening: (opening: Opening) => void
}
