import type { Colours } from './colours.js'
import { visible } from './visible.js'

export interface Row {
  readonly file: string
  readonly bytes: number
  /** "58 slides", "19 pages" */
  readonly count?: string
}

/** The closing table of a guide: what was made. */
export function outputsTable(folder: string, rows: readonly Row[], colours: Colours): string {
  // A picture has the name that its author gave it.
  const names = rows.map(({ file }) => visible(file))
  const width = Math.max(...names.map((name) => name.length), 0)
  const lines = rows.map(({ bytes, count = '' }, index) =>
    `  ${(names[index] ?? '').padEnd(width)}  ${size(bytes).padStart(8)}  ${colours.dim(count)}`.trimEnd(),
  )
  return [colours.bold(visible(folder)), ...lines].join('\n')
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
