import type { Finding } from '../finding/index.js'
import type { SilencedFinding } from './weigh.js'

export interface BuildOptions {
  /** Folder for the output, a folder a guide inside. */
  readonly out: string
  /** Names of outputs; none means those of the front matter, or all. */
  readonly only: readonly string[]
  readonly templates?: string
  /** Where report.json goes as well, also when the build fails. */
  readonly report?: string
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
  readonly version: string
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
  /** Called as each guide is done. */
  readonly onGuide: (result: BuildResult) => void
}

export interface BuildResult {
  readonly file: string
  /** The guide's output folder. */
  readonly folder: string
  readonly isBuilt: boolean
  readonly findings: readonly Finding[]
  readonly silenced: readonly SilencedFinding[]
  /** Text of the guide, for code frames. */
  readonly source: string
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly count?: string }[]
}
