import { relative } from 'node:path'
import type { createColors } from 'picocolors'
import type { Finding } from '../finding/index.js'
import { codeFrame } from './code-frame.js'

type Colours = ReturnType<typeof createColors>

/** At most so many findings of one code are shown whole; the rest is counted. */
const MOST_OF_A_KIND = 5

/** Findings as text, each with a code frame of its source; many of one kind are counted. */
export function reportFindings(findings: readonly Finding[], source: string, colours: Colours): string {
  const seen = new Map<string, number>()
  const shown: string[] = []
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1
    seen.set(finding.code, count)
    if (count <= MOST_OF_A_KIND) shown.push(reportFinding(finding, source, colours))
  }
  for (const [code, count] of seen) {
    if (count > MOST_OF_A_KIND) shown.push(colours.dim(`… and ${count - MOST_OF_A_KIND} more of "${code}"`))
  }
  return shown.join('\n\n')
}

function reportFinding(
  { code, severity, message, place, hint }: Finding,
  source: string,
  colours: Colours,
): string {
  const label = severity === 'error' ? colours.red('error') : colours.yellow('warning')
  const where = place
    ? `${relative(process.cwd(), place.file) || place.file}:${place.line}:${place.column} `
    : ''
  return [
    `${colours.bold(where)}${label} ${message} ${colours.dim(`[${code}]`)}`,
    ...(place && source ? [colours.dim(indent(codeFrame(source, place)))] : []),
    ...(hint ? [`  ${colours.cyan('hint')} ${hint}`] : []),
  ].join('\n')
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}

export interface Row {
  readonly file: string
  readonly bytes: number
  /** "58 slides", "19 pages" */
  readonly count?: string
}

/** The closing table: what was made. */
export function reportOutputs(folder: string, rows: readonly Row[], colours: Colours): string {
  const width = Math.max(...rows.map((row) => row.file.length), 0)
  const lines = rows.map(({ file, bytes, count = '' }) =>
    `  ${file.padEnd(width)}  ${size(bytes).padStart(8)}  ${colours.dim(count)}`.trimEnd(),
  )
  return [colours.bold(folder), ...lines].join('\n')
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
