import type { BuildResult } from '../build/index.js'
import type { Colours } from './colours.js'
import { inWords } from './duration.js'
import { visible } from './visible.js'

/** A guide of the closing table: little, since a run may have thousands. */
export interface GuideRow {
  readonly file: string
  readonly state: BuildResult['state']
  /** What was made, or why nothing was. */
  readonly what: string
  readonly seconds: number
}

const LONGEST_REASON = 100

export function guideRow({ file, state, findings, outputs, seconds, error }: BuildResult): GuideRow {
  const counts = outputs.flatMap(({ file: name, count }) =>
    count && ['deck.pdf', 'handout.pdf'].includes(name) ? [count] : [],
  )
  const reason =
    findings.find(({ severity }) => severity === 'error')?.message ?? (error as Error | undefined)?.message
  return { file, state, what: state === 'failed' ? shorten(reason ?? '') : counts.join(', '), seconds }
}

/** The closing table of a run over several guides. @param run how many guides it had, and how long it took */
export function closingTable(
  rows: readonly GuideRow[],
  run: { readonly total: number; readonly seconds: number },
  colours: Colours,
): string {
  const width = rows.reduce((most, row) => Math.max(most, row.file.length), 0)
  const colour = { built: colours.green, unchanged: colours.dim, failed: colours.red }
  const lines = rows.map(({ file, state, what, seconds }) => {
    const name = visible(file.padEnd(width))
    const time = inWords(seconds).padStart(12)
    return `  ${name}  ${colour[state](state.padEnd(9))}${time}  ${colours.dim(visible(what))}`.trimEnd()
  })
  const count = (state: GuideRow['state']) => rows.filter((row) => row.state === state).length
  const left = run.total - rows.length
  const sums = [
    `${count('built')} built`,
    ...(count('unchanged') > 0 ? [`${count('unchanged')} unchanged`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
    ...(left > 0 ? [`${left} not tried`] : []),
  ]
  return [...lines, colours.bold(`${sums.join(', ')} in ${inWords(run.seconds)}`)].join('\n')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON - 1)}…` : line
}
