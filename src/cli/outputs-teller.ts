import { relative } from 'node:path'
import type { BuildResult } from '../build/index.js'
import { closingTable, guideRow, type GuideRow } from './closing-table.js'
import { coloursFor } from './colours.js'
import type { Run } from './milestones.js'
import { outputsTable } from './outputs-table.js'
import type { Progress } from './progress.js'
import { visible } from './visible.js'

/** Tells what was made: one guide's files, or at the end what became of each of several guides. */
export interface OutputsTeller {
  guide(result: BuildResult): void
  end(): void
}

export function createOutputsTeller({ total, isMany }: Run, progress: Progress): OutputsTeller {
  const start = performance.now()
  const rows: GuideRow[] = []
  return {
    guide(result) {
      if (result.state === 'failed') tellFailure(result, progress)
      if (isMany) rows.push(guideRow(result))
      else if (result.state !== 'failed') tellFiles(result)
    },
    end() {
      if (!isMany || total === 0) return
      const seconds = (performance.now() - start) / 1000
      const table = closingTable(rows, { total, seconds }, coloursFor(process.stdout, process.env))
      process.stdout.write(`${table}\n`)
    },
  }
}

function tellFailure({ file }: BuildResult, progress: Progress): void {
  const text = `${visible(file)} was not built; its last good output was left as it is.`
  progress.print(coloursFor(process.stderr, process.env).red(text))
}

function tellFiles({ folder, outputs, state }: BuildResult): void {
  const colours = coloursFor(process.stdout, process.env)
  const shown = relative(process.cwd(), folder) || folder
  const note = state === 'unchanged' ? colours.dim('  Unchanged; --force builds it again.\n') : ''
  process.stdout.write(`${outputsTable(shown, outputs, colours)}\n${note}`)
}
