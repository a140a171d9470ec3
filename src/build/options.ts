import type { AskedFor } from '../browser/index.js'
import type { KitOptions } from './kit/index.js'
import type { Finding } from '../finding/index.js'
import type { Report } from './report.js'
import type { SilencedFinding } from './weigh.js'

export interface BuildOptions {
  /** Folder for the output, a folder a guide inside. */
  readonly out: string
  /** Names of outputs; none means those of the front matter, or all. */
  readonly only: readonly string[]
  readonly templates?: string
  /** Makes a kit for the copy shop instead of the outputs. */
  readonly kit?: KitOptions
  /** Whether pictures may be fetched from the network. */
  readonly mayFetch: boolean
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
  readonly version: string
  readonly signal: AbortSignal
}

/** What the build of one guide needs besides. */
export interface GuideOptions extends BuildOptions {
  /** Checksum of all that the build depends on beside the guide. */
  readonly conditions: Promise<string>
  readonly onStep: (text: string) => void
}

/** What a run over guides needs besides. */
export interface RunOptions extends BuildOptions {
  /** Whether to build also what has not changed. */
  readonly isForced: boolean
  /** Where the report goes as well, also when the build fails: as a list where there may be several. */
  readonly report?: { readonly path: string; readonly isList: boolean }
  readonly onProgress: (progress: Progress) => void
  /** Hears of all that printed pages ask for. */
  readonly onRequest?: (request: AskedFor) => void
  /** Hears each guide in the order of the list. */
  readonly onGuide: (result: BuildResult) => void
}

/** How far a run is. */
export interface Progress {
  /** What is being done: "content/talk/guide.md: handout" */
  readonly text: string
  /** Guides that are done, of `total`. */
  readonly done: number
  readonly total: number
  /** An estimate, once there is ground for one. */
  readonly secondsLeft?: number
}

export interface BuildResult {
  readonly file: string
  /** The guide's output folder. */
  readonly folder: string
  /** `unchanged`: the last output is whole, and to make it again would give the same. */
  readonly state: 'built' | 'unchanged' | 'failed'
  readonly findings: readonly Finding[]
  readonly silenced: readonly SilencedFinding[]
  /** Text of the guide, for code frames. */
  readonly source: string
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly count?: string }[]
  readonly report: Report
  readonly seconds: number
  /** An EnvironmentFault that met this guide, or a bug of ours. */
  readonly error?: unknown
}
