import { relative, resolve } from 'node:path'
import type { BuildResult } from '../build/index.js'
import type { Finding } from '../finding/index.js'
import { coloursFor } from './colours.js'
import type { Format } from './formats.js'
import { outputsTable } from './outputs-table.js'
import type { Progress } from './progress.js'
import { githubCommands } from './report-github.js'
import type { Told } from './report-json.js'
import { countFindings, prettyFindings } from './report-pretty.js'
import { visible } from './visible.js'

/** Tells what a build came to, in the format asked for. */
export interface Teller {
  /** As a guide is done. */
  guide(result: BuildResult): void
  /** What no guide is to blame for. */
  fault(finding: Finding): void
  /** At the end; nothing is told afterwards. */
  end(exitCode: number): Promise<void>
}

/** Findings go to stderr and tables to stdout; a format that is one document goes to stdout alone, at the end. */
export function createTeller(format: Format, version: string, progress: Progress): Teller {
  switch (format) {
    case 'pretty':
      return prettyTeller(progress)
    case 'github':
      return githubTeller(progress)
    case 'json':
      return documentTeller(version, async (told) => (await import('./report-json.js')).jsonReport(told))
    case 'sarif':
      return documentTeller(version, async (told) => {
        const [{ sarifReport }, { loadEntries }] = await Promise.all([
          import('./report-sarif.js'),
          import('./entries.js'),
        ])
        return sarifReport(told, await loadEntries())
      })
  }
}

function prettyTeller(progress: Progress): Teller {
  const colours = coloursFor(process.stderr, process.env)
  let hasFindings = false
  return {
    guide(result) {
      const { findings, silenced, source } = result
      progress.end()
      if (findings.length > 0) progress.print(`\n${prettyFindings(findings, source, colours)}\n`)
      const counted = countFindings(findings, silenced.length)
      if (counted) progress.print(`${colours.bold(visible(result.file))}: ${counted}`)
      hasFindings ||= findings.length > 0
      tellOutputs(result, progress)
    },
    fault(finding) {
      hasFindings = true
      progress.print(prettyFindings([finding], '', colours))
    },
    async end() {
      progress.end()
      if (hasFindings) progress.print(colours.dim('deckhand explain CODE says more about a finding.'))
    },
  }
}

function githubTeller(progress: Progress): Teller {
  return {
    guide(result) {
      progress.end()
      if (result.findings.length > 0) progress.print(githubCommands(result.findings, pathInRepository))
      tellOutputs(result, progress)
    },
    fault: (finding) => progress.print(githubCommands([finding])),
    end: async () => progress.end(),
  }
}

function documentTeller(version: string, write: (told: Told) => Promise<string>): Teller {
  const results: BuildResult[] = []
  const faults: Finding[] = []
  return {
    guide: (result) => void results.push(result),
    fault: (finding) => void faults.push(finding),
    async end(exitCode) {
      process.stdout.write(await write({ version, results, faults, exitCode }))
    },
  }
}

function tellOutputs(result: BuildResult, progress: Progress): void {
  if (!result.isBuilt) {
    const colours = coloursFor(process.stderr, process.env)
    const text = `${visible(result.file)} was not built; its last good output was left as it is.`
    return progress.print(colours.red(text))
  }
  const folder = relative(process.cwd(), result.folder) || result.folder
  const table = outputsTable(folder, result.outputs, coloursFor(process.stdout, process.env))
  process.stdout.write(`${table}\n`)
}

/** GitHub wants paths from the root of the repository, wherever the build runs in it. */
function pathInRepository(file: string): string {
  const root = process.env.GITHUB_WORKSPACE
  const path = root ? relative(root, resolve(file)) : file
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/')
}
