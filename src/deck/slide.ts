import type { Block, Inline, Priority } from '../guide/index.js'

/** Each has a partial of its name in templates/deck/, and a class of its name in rubric.css. */
export type Layout =
  | 'title'
  | 'agenda'
  | 'divider'
  | 'statement'
  | 'quote'
  | 'list'
  | 'definitions'
  | 'links'
  | 'number'
  | 'steps'
  | 'table'
  | 'figure'
  | 'code'
  | 'exercise'
  | 'solution'
  | 'keypoints'
  | 'content'
  | 'authored'

export interface AgendaRow {
  /** Of the section, 1-based: on a second slide the list goes on with it. */
  readonly position: number
  /** Of the section, in the language's digits. */
  readonly number: string
  /** Plain text. */
  readonly title: string
  /** "15 min" */
  readonly minutes?: string
}

/** What the red field of an exercise says. */
export interface ExerciseField {
  /** "Exercise 2" */
  readonly label: string
  /** "In pairs" */
  readonly how?: string
  /** In the language's digits. */
  readonly minutes?: string
  /** "minutes" */
  readonly unit?: string
}

/** One slide, planned: what stands on it and in which layout. The template only writes it down. */
export interface Slide {
  /** Unique: the id of its part, exercise …; with -2, -3 on continued ones. */
  readonly id: string
  readonly layout: Layout
  readonly sectionId?: string
  readonly partId?: string
  readonly exerciseId?: string
  readonly priority?: Priority
  /** The section's number in the language's digits, for the margin block. */
  readonly number?: string
  /** The section's title, under the number. Plain text. */
  readonly label?: string
  /** Lines. Title: kind and length; divider: minutes and contents. Plain text. */
  readonly kicker: readonly string[]
  /** Empty for none. */
  readonly title: readonly Inline[]
  /** The title repeats a heading that stands elsewhere: it is shown the same, but is no heading. */
  readonly titleIsMention: boolean
  /** What it goes on with its neighbours: slides of one series are counted "2 of 3". */
  readonly series?: string
  /** "2 of 3" */
  readonly part?: { readonly n: number; readonly of: number }
  /** One step down the scale. */
  readonly dense: boolean
  /**
   * The guide's blocks to show; a list's first number is its `start`, a code's first line its `firstLine`. On a divider
   * each heading labels the questions, objectives or prerequisites that follow it.
   */
  readonly blocks: readonly Block[]
  /** Lines at the foot. Exercise: "Handout, page 4"; title: place and date. Plain text. */
  readonly foot: readonly string[]
  /** Id of the block whose page of the handout the slide names: it fills `PAGE_SEAT` in `foot` and `blocks`. */
  readonly cites?: string
  /** Title slide. Plain text. */
  readonly subtitle?: string
  /** Title slide: a picture, key into `Guide.assets`. */
  readonly logo?: string
  readonly exercise?: ExerciseField
  readonly agenda?: readonly AgendaRow[]
  /** The author's speaker notes. */
  readonly notes: readonly Block[]
  /** The wholes of what the slide cuts short: they follow in the speaker notes. */
  readonly moved: readonly Block[]
  /** An authored slide: Marp Markdown as it was written. */
  readonly markdown?: string
  /** Ids of the guide's blocks that it shows. */
  readonly sources: readonly string[]
  /** Of the guide, for findings. */
  readonly line: number
}

/** A deck, ready to be written down. */
export interface DeckDocument {
  /** Plain text. */
  readonly title: string
  /** BCP 47 */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Plain text, at the foot of every slide; '' for none. */
  readonly footer: string
  /** CSS hex colour that replaces the rubric. */
  readonly accent?: string
  readonly variant: 'light' | 'dark'
  /** CSS of a theme of the user's own; goes after ours. */
  readonly extraStyle?: string
  readonly slides: readonly Slide[]
}
