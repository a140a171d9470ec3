import type { SilencedFinding } from '../build/index.js'
import { severityOf, type Code, type Finding, type Place, type Severity } from '../finding/index.js'
import type { Entry } from './entries.js'
import type { Told } from './report-json.js'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const satisfies Record<
  Severity,
  string
>
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/**
 * All results as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format) with one run. What a guide
 * silences is a suppressed result; what no guide is to blame for is a notification of the tool.
 * @param entries the documentation, by code
 */
export function sarifReport(told: Told, entries: ReadonlyMap<string, Entry>): string {
  const results = told.results.flatMap(({ findings, silenced, file }) => [
    ...findings.map((finding) => ({ finding, file, reason: undefined })),
    ...silenced.map(({ finding, reason }: SilencedFinding) => ({ finding, file, reason })),
  ])
  const codes = [
    ...new Set([...results.map(({ finding }) => finding), ...told.faults].map(({ code }) => code)),
  ]
  codes.sort()
  const indexOf = (code: string) => codes.indexOf(code)
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Deckhand',
            version: told.version,
            rules: codes.map((code) => rule(code, entries.get(code))),
          },
        },
        automationDetails: { id: 'deckhand/' },
        columnKind: 'utf16CodeUnits',
        artifacts: told.results.map(({ file }) => ({
          location: artifactLocation(file),
          sourceLanguage: 'markdown',
        })),
        invocations: [
          {
            executionSuccessful: told.faults.length === 0,
            exitCode: told.exitCode,
            toolExecutionNotifications: told.faults.map((fault) => ({
              descriptor: { id: fault.code, index: indexOf(fault.code) },
              level: LEVELS[fault.severity],
              message: { text: messageOf(fault) },
            })),
          },
        ],
        results: results.map(({ finding, file, reason }) => ({
          ruleId: finding.code,
          ruleIndex: indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: { text: messageOf(finding) },
          locations: [{ physicalLocation: physicalLocation(finding.place, file) }],
          ...(reason === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: reason }] }),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function rule(code: string, entry: Entry | undefined) {
  return {
    id: code,
    defaultConfiguration: { level: LEVELS[severityOf(code as Code)] },
    ...(entry
      ? {
          shortDescription: { text: entry.summary },
          help: { text: entry.text.replace(/^\*\*(.+?)\*\*/gm, '$1'), markdown: entry.text },
        }
      : {}),
  }
}

function messageOf({ message, hint }: Finding): string {
  return hint ? `${message} ${hint}` : message
}

/** Where a finding has no place it is the whole guide's. */
function physicalLocation(place: Place | undefined, file: string) {
  return {
    artifactLocation: artifactLocation(place?.file ?? file),
    ...(place ? { region: region(place) } : {}),
  }
}

/** SARIF's end column is, as ours, the one after the last. */
function region({ line, column, endLine, endColumn }: Place) {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  }
}

/** A path as a relative reference (RFC 3986); one that is not below the working folder stands for itself. */
function artifactLocation(path: string) {
  const uri = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/')
  const isRelative = !path.startsWith('/') && !path.startsWith('..') && !/^[A-Za-z]:/.test(path)
  return isRelative ? { uri, uriBaseId: '%SRCROOT%' } : { uri: path.startsWith('/') ? `file://${uri}` : uri }
}
