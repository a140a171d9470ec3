import type { PhrasingContent } from 'mdast'
import type { Place } from '../finding/index.js'
import type { PictureSize } from './picture-size.js'
import type { FrontMatter } from './front-matter/index.js'

/** Running text with its marks, as mdast has it. */
export type Inline = PhrasingContent

export type Priority = 'must' | 'should' | 'could'

interface Node {
  /** Unique in the guide; the anchor in every artefact. */
  readonly id: string
  readonly place: Place
}

export interface Paragraph extends Node {
  readonly kind: 'paragraph'
  readonly text: readonly Inline[]
}

/** A heading inside a part (deeper than the part's own). */
export interface Heading extends Node {
  readonly kind: 'heading'
  /** 1 is the level directly below the part's. */
  readonly depth: number
  readonly text: readonly Inline[]
}

export interface ListItem extends Node {
  /** A task list's box; absent on ordinary items. */
  readonly checked?: boolean
  readonly blocks: readonly Block[]
}

export interface List extends Node {
  readonly kind: 'list'
  readonly ordered: boolean
  /** First number of an ordered list. */
  readonly start: number
  readonly items: readonly ListItem[]
}

export interface TableRow extends Node {
  readonly cells: readonly (readonly Inline[])[]
}

export interface Table extends Node {
  readonly kind: 'table'
  readonly align: readonly ('left' | 'center' | 'right' | null)[]
  readonly head: TableRow
  readonly rows: readonly TableRow[]
}

export interface Code extends Node {
  readonly kind: 'code'
  readonly language?: string
  readonly value: string
  /** Number of the first line where it goes on from an earlier slide. */
  readonly firstLine?: number
  /** What stands in the gutter beside each line, where that is not just its number. */
  readonly numbers?: readonly string[]
}

export interface Picture extends Node {
  readonly kind: 'picture'
  /** As written in the source; key into `Guide.assets`. */
  readonly src: string
  readonly alt: string
  readonly caption?: string
  /** As its author wants it; it never gets larger than that. */
  readonly size?: PictureSize
}

export interface Quote extends Node {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
}

export interface Formula extends Node {
  readonly kind: 'formula'
  /** TeX, without its dollar signs. */
  readonly value: string
}

/** `---` between blocks: a new slide; nothing in the handout. */
export interface SlideBreak extends Node {
  readonly kind: 'break'
}

export interface Callout extends Node {
  readonly kind: 'callout'
  readonly tone: 'note' | 'tip' | 'warning' | 'important' | 'caution' | 'callout'
  readonly title?: readonly Inline[]
  readonly blocks: readonly Block[]
}

export interface Columns extends Node {
  readonly kind: 'columns'
  readonly columns: readonly (readonly Block[])[]
}

/** Speaker notes. A block wholly in emphasis is a stage direction ("Do"). */
export interface Notes extends Node {
  readonly kind: 'notes'
  readonly blocks: readonly Block[]
}

/** `:::handout`: for paper only. */
export interface HandoutOnly extends Node {
  readonly kind: 'handout'
  readonly blocks: readonly Block[]
}

/** `:::slide`: the author's own slide, in Marp Markdown. */
export interface AuthoredSlide extends Node {
  readonly kind: 'slide'
  readonly markdown: string
}

export interface Solution extends Node {
  readonly kind: 'solution'
  readonly title?: readonly Inline[]
  readonly blocks: readonly Block[]
}

export interface Exercise extends Node {
  readonly kind: 'exercise'
  /** 1-based, through the whole guide. */
  readonly number: number
  readonly title: readonly Inline[]
  readonly minutes?: number
  /** Ruled lines under each question of the handout. */
  readonly lines?: number
  /** "in pairs" */
  readonly how?: string
  readonly blocks: readonly Block[]
  readonly solutions: readonly Solution[]
}

export interface KeyPoints extends Node {
  readonly kind: 'keypoints'
  readonly blocks: readonly Block[]
}

export interface GlossaryEntry extends Node {
  readonly term: readonly Inline[]
  readonly meaning: readonly Inline[]
}

export interface Glossary extends Node {
  readonly kind: 'glossary'
  readonly entries: readonly GlossaryEntry[]
  /** What stood in the directive beside its entries. */
  readonly blocks: readonly Block[]
}

/** What a section tells before it begins. */
export interface Opening extends Node {
  readonly kind: 'objectives' | 'questions' | 'prereq'
  readonly title?: readonly Inline[]
  readonly blocks: readonly Block[]
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | Code
  | Picture
  | Quote
  | Formula
  | SlideBreak
  | Callout
  | Columns
  | Notes
  | HandoutOnly
  | AuthoredSlide
  | Exercise
  | Solution
  | KeyPoints
  | Glossary

/** One slide or more; a subheading with its text on paper. */
export interface Part extends Node {
  readonly title: readonly Inline[]
  /** False for the blocks before a section's first part, which take the section's title. */
  readonly headed: boolean
  readonly layout?: string
  readonly priority?: Priority
  readonly minutes?: number
  readonly blocks: readonly Block[]
}

export interface Section extends Node {
  /** 1-based. */
  readonly number: number
  readonly title: readonly Inline[]
  /** Level of its heading in the source, 1 to 6; 0 where the guide has no headings. */
  readonly depth: number
  readonly minutes?: number
  readonly priority?: Priority
  /** Questions, objectives and prerequisites, hoisted to the section's head. */
  readonly openings: readonly Opening[]
  readonly parts: readonly Part[]
}

export interface Footnote extends Node {
  /** The identifier of mdast's footnoteReference. */
  readonly identifier: string
  /** 1-based, in order of first reference. */
  readonly number: number
  readonly blocks: readonly Block[]
}

/** A picture that was read. */
export interface Asset {
  readonly state: 'read'
  /** Unique file name, for media/. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** CSS px; absent where the file does not say. */
  readonly width?: number
  readonly height?: number
  /** CSS px, where paper shows it smaller than a slide. */
  readonly widthOnPaper?: number
}

/** A picture that a labelled box stands for. */
export interface AbsentAsset {
  readonly state: 'missing' | 'refused' | 'remote'
}

/** The state of one section, to tell later whether it has changed. */
export interface SectionHash {
  /** Of the section; '' for what stands before the first. */
  readonly id: string
  /** In hex. */
  readonly hash: string
}

/** What everything meets at: plain, validated, readonly. Knows nothing of slides or paper. */
export interface Guide {
  readonly file: string
  /** Name of its output folder. */
  readonly name: string
  /** SHA-256 of the guide and its pictures, in hex. */
  readonly hash: string
  /** In order. */
  readonly sectionHashes: readonly SectionHash[]
  readonly frontMatter: FrontMatter
  readonly title: readonly Inline[]
  readonly subtitle?: string
  /** BCP 47 */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** What stood over the guide's own table of contents, which ours takes the place of. */
  readonly contentsTitle?: string
  /** What stands before the first section; its part has no heading. */
  readonly introduction?: Part
  readonly sections: readonly Section[]
  readonly footnotes: readonly Footnote[]
  /** By `src` as written. */
  readonly assets: ReadonlyMap<string, Asset | AbsentAsset>
}
