import type { Finding } from '../finding/index.js'
import { countOthers, groupAlike, type Group } from './group.js'

const COMMANDS = { error: 'error', warning: 'warning', advice: 'notice' } as const

/**
 * Findings as GitHub's workflow commands, a line each: they are shown beside the changed lines of a pull request. GitHub
 * shows ten of each severity, so those that say the same are one.
 * Escaping as actions/toolkit does it (packages/core/src/command.ts).
 * @param pathOf a finding's file, as the repository names it
 */
export function githubCommands(findings: readonly Finding[], pathOf = (file: string) => file): string {
  return groupAlike(findings)
    .map((group) => command(group, pathOf))
    .join('\n')
}

function command({ first, others }: Group, pathOf: (file: string) => string): string {
  const { code, severity, message, place, hint } = first
  const text = [message, ...(hint ? [hint] : []), ...(others.length > 0 ? [countOthers(others)] : [])]
  // GitHub shows columns only where a finding stands in one line.
  const isOneLine = place && (place.endLine ?? place.line) === place.line
  const properties: Readonly<Record<string, string | number | undefined>> = {
    ...(place ? { file: pathOf(place.file), line: place.line, endLine: place.endLine } : {}),
    ...(isOneLine ? { col: place.column, endColumn: place.endColumn } : {}),
    title: code,
  }
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  )
  return `::${COMMANDS[severity]} ${given.join(',')}::${escapeData(text.join('\n'))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
