import { relative, resolve } from 'node:path'
import type { BuildResult } from '../build/index.js'
import type { Finding } from '../finding/index.js'
import { coloursFor } from './colours.js'
import type { Format } from './formats.js'
import type { Run } from './milestones.js'
import { createOutputsTeller } from './outputs-teller.js'
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
export function createTeller(format: Format, version: string, run: Run, progress: Progress): Teller {
  switch (format) {
    case 'pretty':
      return prettyTeller(run, progress)
    case 'github':
      return githubTeller(run, progress)
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

function prettyTeller(run: Run, progress: Progress): Teller {
  const colours = coloursFor(process.stderr, process.env)
  const outputs = createOutputsTeller(run, progress)
  let hasFindings = false
  return {
    guide(result) {
      const { findings, silenced, file, source: text } = result
      progress.end()
      if (findings.length > 0) progress.print(`\n${prettyFindings(findings, { file, text }, colours)}\n`)
      const counted = countFindings(findings, silenced.length)
      if (counted) progress.print(`${colours.bold(visible(file))}: ${counted}`)
      hasFindings ||= findings.length > 0
      outputs.guide(result)
    },
    fault(finding) {
      hasFindings = true
      progress.print(prettyFindings([finding], undefined, colours))
    },
    async end() {
      progress.end()
      outputs.end()
      if (hasFindings) progress.print(colours.dim('deckhand explain CODE says more about a finding.'))
    },
  }
}

function githubTeller(run: Run, progress: Progress): Teller {
  const outputs = createOutputsTeller(run, progress)
  return {
    guide(result) {
      progress.end()
      if (result.findings.length > 0) progress.print(githubCommands(result.findings, pathInRepository))
      outputs.guide(result)
    },
    fault: (finding) => progress.print(githubCommands([finding])),
    async end() {
      progress.end()
      outputs.end()
    },
  }
}

function documentTeller(version: string, write: (told: Told) => Promise<string>): Teller {
  const results: BuildResult[] = []
  const faults: Finding[] = []
  return {
    // A document shows no source; a run may have thousands of guides.
    guide: (result) => void results.push({ ...result, source: '' }),
    fault: (finding) => void faults.push(finding),
    async end(exitCode) {
      process.stdout.write(await write({ version, results, faults, exitCode }))
    },
  }
}

/** GitHub wants paths from the root of the repository, wherever the build runs in it. */
function pathInRepository(file: string): string {
  const root = process.env.GITHUB_WORKSPACE
  const path = root ? relative(root, resolve(file)) : file
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/')
}
