import type { Finding, Severity } from '../finding/index.js'
import { codeFrame } from './code-frame.js'
import type { Colours } from './colours.js'
import { countOthers, groupAlike, type Group } from './group.js'
import { visible } from './visible.js'

/** More groups than that help nobody at a terminal; the rest is counted. */
const MOST_GROUPS = 60

/** The text of a file that findings name. */
export interface Source {
  readonly file: string
  readonly text: string
}

/**
 * Findings as text for a terminal, each with a frame of its source; many that say the same are counted.
 * @param source the guide; a finding in another file (a template) has no frame
 */
export function prettyFindings(
  findings: readonly Finding[],
  source: Source | undefined,
  colours: Colours,
): string {
  const lines = source?.text.split(/\r\n|\n|\r/) ?? []
  const groups = groupAlike(findings)
  const shown = groups
    .slice(0, MOST_GROUPS)
    .map((group) => prettyGroup(group, group.first.place?.file === source?.file ? lines : [], colours))
  const left = groups.slice(MOST_GROUPS).reduce((sum, { others }) => sum + 1 + others.length, 0)
  if (left > 0) shown.push(colours.dim(`… and ${left} more; --format json has them all.`))
  return shown.join('\n\n')
}

function prettyGroup({ first, others }: Group, lines: readonly string[], colours: Colours): string {
  const { code, severity, message, place, hint } = first
  const where = place ? colours.bold(`${visible(place.file)}:${place.line}:${place.column} `) : ''
  const frame = place ? codeFrame(lines, place) : ''
  return [
    `${where}${label(severity, colours)} ${visible(message)} ${colours.dim(`[${code}]`)}`,
    ...(frame ? [colours.dim(frame.replace(/^/gm, '  '))] : []),
    ...(hint ? [`  ${colours.cyan('hint')} ${visible(hint)}`] : []),
    ...(others.length > 0 ? [`  ${colours.dim(countOthers(others))}`] : []),
  ].join('\n')
}

function label(severity: Severity, colours: Colours): string {
  const colour = { error: colours.red, warning: colours.yellow, advice: colours.blue }[severity]
  return colour(severity)
}

/** "1 error, 3 warnings, 2 pieces of advice, 4 silenced"; empty where there is nothing. */
export function countFindings(findings: readonly Finding[], silenced: number): string {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const counted: readonly [number, string, string][] = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('advice'), 'piece of advice', 'pieces of advice'],
    [silenced, 'silenced', 'silenced'],
  ]
  return counted
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(', ')
}
