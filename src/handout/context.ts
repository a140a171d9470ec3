import type { Block, Priority } from '../guide/index.js'
import type { Templates } from '../templates/index.js'
import type { Words } from '../words/index.js'

/** One slide as the facilitator's edition cites it. */
export interface SlideReference {
  /** Page of deck.pdf. */
  readonly number: number
  readonly id: string
  readonly sectionId?: string
  readonly partId?: string
  readonly exerciseId?: string
  /** Plain text. */
  readonly title: string
  /** The author's notes; where there are none, the prose that was moved off the slide. */
  readonly notes: readonly Block[]
  readonly priority?: Priority
}

/** What a printed edition needs beside the guide. */
export interface HandoutContext {
  readonly templates: Templates
  readonly words: Words
  /** The `@font-face` rules. */
  readonly fontCss: string
  /** Whether a font at hand has a letter; without it, all have. */
  readonly canPrint?: (letter: string) => boolean
  /** TeX to MathML. */
  readonly formula: (tex: string, isDisplayed: boolean) => string
  /** A picture in SVG that carries the faces of its labels; without it, SVG stays as it is. */
  readonly embedFonts?: (svg: string) => string
  /** Pages of this very edition by id, from a first print; absent in the first pass. */
  readonly pages?: ReadonlyMap<string, number>
  /** Facilitator's edition: the deck's slides in order. */
  readonly slides?: readonly SlideReference[]
  /** Facilitator's edition: pages of handout.pdf by id. */
  readonly handoutPages?: ReadonlyMap<string, number>
  /** Content hash in hex; seven digits of it are printed. */
  readonly hash: string
}
