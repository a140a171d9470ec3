import type { Built } from './build-guide.js'
import type { LostWord } from './lost-words.js'

/** All that is known of one guide of the corpus. */
export interface Measured {
  readonly name: string
  readonly built: Built
  /** Absent where it was not built. */
  readonly artefacts?: {
    readonly slides: number
    readonly pages: number
    readonly cutOff: readonly string[]
    readonly lost: readonly LostWord[]
    /** Labelled boxes for pictures on slides; letters printed as a box or as their code, on slides and on paper. */
    readonly boxes: { readonly pictures: number; readonly letters: number }
  }
}

/** What is not as it should be; none means that all is well. */
export function faultsOf({ name, built, artefacts }: Measured): readonly string[] {
  if (built.code === undefined) return [`${name}: the build was ended after its time`]
  if (!artefacts) return [`${name}: exit code ${built.code}\n${indent(built.lastWords)}`]
  const { cutOff, lost } = artefacts
  return [
    ...cutOff.map((fault) => `${name}: ${fault}`),
    ...(lost.length > 0
      ? [
          `${name}: lost ${lost
            .map(({ word, line }) => `${word} (line ${line})`)
            .slice(0, 12)
            .join(', ')}${lost.length > 12 ? ' …' : ''}`,
        ]
      : []),
  ]
}

const HEAD = [
  'guide',
  'built',
  'slides',
  'pages',
  'cut off',
  'lost',
  'boxes',
  'seconds',
  'peak MB',
  'findings',
]

/** A table of all guides with a line of totals, and what is wrong below it. */
export function table(all: readonly Measured[]): string {
  const rows = [...all.map(row), totals(all)]
  const lines = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const print = (line: readonly string[]): string =>
    line
      .map((cell, column) => {
        const isText = column === 0 || column === HEAD.length - 1
        return isText ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const faults = all.flatMap(faultsOf)
  const closing =
    faults.length === 0 ? 'Every guide was built; nothing is cut off, no word is lost.' : faults.join('\n')
  return [
    print(HEAD),
    rule,
    ...rows.slice(0, -1).map(print),
    rule,
    print(rows.at(-1) ?? []),
    '',
    closing,
  ].join('\n')
}

function row({ name, built, artefacts }: Measured): readonly string[] {
  return [
    name,
    built.code === 0 ? 'yes' : `no (${built.code ?? 'time'})`,
    ...(artefacts
      ? [
          String(artefacts.slides),
          String(artefacts.pages),
          String(artefacts.cutOff.length),
          String(artefacts.lost.length),
          boxes(artefacts.boxes),
        ]
      : ['-', '-', '-', '-', '-']),
    built.seconds.toFixed(1),
    megabytes(built.peak),
    findings(built.findings),
  ]
}

function totals(all: readonly Measured[]): readonly string[] {
  const artefacts = all.flatMap((one) => (one.artefacts ? [one.artefacts] : []))
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const codes: Record<string, number> = {}
  for (const { built } of all)
    for (const [code, count] of Object.entries(built.findings)) codes[code] = (codes[code] ?? 0) + count
  return [
    `${all.length} guides`,
    `${all.filter(({ built }) => built.code === 0).length} of ${all.length}`,
    String(sum(artefacts.map((one) => one.slides))),
    String(sum(artefacts.map((one) => one.pages))),
    String(sum(artefacts.map((one) => one.cutOff.length))),
    String(sum(artefacts.map((one) => one.lost.length))),
    boxes({
      pictures: sum(artefacts.map((one) => one.boxes.pictures)),
      letters: sum(artefacts.map((one) => one.boxes.letters)),
    }),
    sum(all.map(({ built }) => built.seconds)).toFixed(1),
    megabytes(Math.max(...all.map(({ built }) => built.peak))),
    findings(codes),
  ]
}

/** "3 + 14": pictures and letters. */
function boxes({ pictures, letters }: { pictures: number; letters: number }): string {
  return letters === 0 ? String(pictures) : `${pictures} + ${letters}`
}

function megabytes(bytes: number): string {
  return bytes === 0 ? '?' : String(Math.round(bytes / 1e6))
}

function findings(byCode: Readonly<Record<string, number>>): string {
  const list = Object.entries(byCode).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return list.map(([code, count]) => (count === 1 ? code : `${count} ${code}`)).join(', ') || '-'
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}
