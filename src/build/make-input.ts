import type { Browser } from '../browser/index.js'
import type { Finding } from '../finding/index.js'
import type { Guide } from '../guide/index.js'
import type { Words } from '../words/index.js'
import type { Clock } from './clock.js'
import type { KitOptions } from './kit/index.js'
import type { MadeFile } from './made-file.js'
import type { MarpThread } from './marp-thread/index.js'
import type { PaperLayout } from './paper.js'
import type { Report } from './report.js'

/** What artefacts are made of. */
export interface MakeInput {
  readonly guide: Guide
  /** The guide as it is written: letters that no font at hand has are none of codes. */
  readonly written: Guide
  /** Names of the outputs that are asked for. */
  readonly chosen: ReadonlySet<string>
  /** Makes this instead of the outputs. */
  readonly kit?: KitOptions
  readonly words: Words
  /** `@font-face` rules of fonts that the guide's project brings. */
  readonly scriptFontCss: string
  /** Whether a font at hand has a letter. */
  readonly canPrint: (letter: string) => boolean
  /** The letters in whose place the guide has codes, which were told already. */
  readonly withoutFont: ReadonlySet<string>
  /** handout.pdf as the last build laid it out. */
  readonly lastPaper?: PaperLayout
  readonly browser: Browser
  readonly marp: MarpThread
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Folder for passing files. */
  readonly scratch: string
  readonly templates?: string
}

/** The artefacts of a guide or a Marp deck, and what their checks found. */
export interface Made {
  /** By path below the guide's output folder. */
  readonly files: ReadonlyMap<string, MadeFile>
  readonly sections: Report['sections']
  /** handout.pdf as it is laid out. */
  readonly paper: PaperLayout
  readonly findings: readonly Finding[]
}
