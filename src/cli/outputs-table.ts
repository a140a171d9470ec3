import type { Colours } from './colours.js'

export interface Row {
  readonly file: string
  readonly bytes: number
  /** "58 slides", "19 pages" */
  readonly count?: string
}

/** The closing table of a guide: what was made. */
export function outputsTable(folder: string, rows: readonly Row[], colours: Colours): string {
  const width = Math.max(...rows.map((row) => row.file.length), 0)
  const lines = rows.map(({ file, bytes, count = '' }) =>
    `  ${file.padEnd(width)}  ${size(bytes).padStart(8)}  ${colours.dim(count)}`.trimEnd(),
  )
  return [colours.bold(folder), ...lines].join('\n')
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
