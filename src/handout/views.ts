import type { List } from '../guide/index.js'

/** What the block templates are filled with: every view names its template. `html` is markup, all else plain text. */
interface View {
  /** Absent where the block stands elsewhere, too. */
  readonly id: string | undefined
  readonly notes: readonly NoteView[]
}

/** Beside a block in the margin column: a term with its meaning, or the numbers of links. */
export interface NoteView {
  readonly label: string
  /** '' for none. */
  readonly html: string
}

export interface ParagraphView extends View {
  readonly template: 'paragraph'
  readonly html: string
}

export interface HeadingView extends View {
  readonly template: 'heading'
  readonly level: number
  readonly html: string
}

export interface ItemView {
  readonly notes: readonly NoteView[]
  /** In one column a note above the item's text would take its mark. */
  readonly notesFollow: boolean
  /** A task's box. */
  readonly box: 'open' | 'done' | undefined
  readonly blocks: readonly BlockView[]
  readonly lines: LinesView | undefined
}

export interface ListView extends View {
  readonly template: 'list'
  readonly isOrdered: boolean
  readonly start: number
  readonly items: readonly ItemView[]
}

export interface CellView {
  readonly html: string
  readonly align: 'start' | 'center' | 'end'
  readonly isRowHead: boolean
}

export interface TableView extends View {
  readonly template: 'table'
  readonly isWide: boolean
  /** Not to be cut by the end of a page. */
  readonly isShort: boolean
  /** On a screen: a table wider than it is scrolled by itself. */
  readonly isScrolled: boolean
  /** Names that stretch where it is to be reached by keyboard: the table has many columns. */
  readonly scrollLabel: string
  readonly head: readonly CellView[]
  readonly rows: readonly { readonly cells: readonly CellView[] }[]
}

export interface CodeView extends View {
  readonly template: 'code'
  readonly isWide: boolean
  readonly text: string
}

export interface FigureView extends View {
  readonly template: 'figure'
  readonly isWide: boolean
  /** Data URI; absent where a labelled box stands for the picture. */
  readonly src: string | undefined
  readonly alt: string
  /** CSS px; absent where the file does not say. */
  readonly width: number | undefined
  readonly missing: string
  readonly label: string
  readonly caption: string
}

export interface QuoteView extends View {
  readonly template: 'quote'
  readonly blocks: readonly BlockView[]
}

export interface FormulaView extends View {
  readonly template: 'formula'
  readonly html: string
}

export interface CalloutView extends View {
  readonly template: 'callout'
  readonly tone: string
  readonly label: string
  readonly title: string
  readonly blocks: readonly BlockView[]
}

export interface ColumnsView extends View {
  readonly template: 'columns'
  /** 1 where they do not fit side by side. */
  readonly abreast: number
  readonly isWide: boolean
  readonly columns: readonly { readonly blocks: readonly BlockView[] }[]
}

/** Blocks without a look of their own, under their id. */
export interface GroupView extends View {
  readonly template: 'group'
  readonly blocks: readonly BlockView[]
}

export interface LinesView {
  /** One entry a ruled line. */
  readonly rules: readonly number[]
}

/** The ruled lines under each item of a list; none where it holds no questions. */
export type LinesOf = (list: List) => LinesView | undefined

export interface ExerciseView extends View {
  readonly template: 'exercise'
  readonly level: number
  /** "Exercise 2" */
  readonly label: string
  readonly how: string
  /** In the language's digits; '' for none. */
  readonly minutes: string
  readonly unit: string
  /** "Handout, page 4", in an edition whose own pages are others; '' for none. */
  readonly elsewhere: string
  /** "Notes", over lines that may fill the page before it; '' for none. */
  readonly notesBefore: string
  /** '' for none: then the label is the heading. */
  readonly title: string
  readonly isLong: boolean
  readonly blocks: readonly BlockView[]
  readonly lines: LinesView | undefined
}

export interface KeyPointsView extends View {
  readonly template: 'key-points'
  readonly level: number
  readonly label: string
  readonly blocks: readonly BlockView[]
}

export type BlockView =
  | ParagraphView
  | HeadingView
  | ListView
  | TableView
  | CodeView
  | FigureView
  | QuoteView
  | FormulaView
  | CalloutView
  | ColumnsView
  | GroupView
  | ExerciseView
  | KeyPointsView
