import fc from 'fast-check'
import * as v from 'valibot'
import { describe, it } from 'vitest'
import { codeFrame } from '../../src/cli/code-frame.js'
import { coloursFor } from '../../src/cli/colours.js'
import { groupAlike } from '../../src/cli/group.js'
import { githubCommands } from '../../src/cli/report-github.js'
import { prettyFindings } from '../../src/cli/report-pretty.js'
import { sarifReport } from '../../src/cli/report-sarif.js'
import { columnsOf } from '../../src/cli/visible.js'
import type { Finding } from '../../src/finding/index.js'
import { sarifLog } from './sarif-schema.js'
import { emptyReport } from '../support/report.js'

const plain = coloursFor({ isTTY: false }, {})
/** What a terminal would obey, line ends apart. */
// oxlint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\t',
    '\n',
    '\r',
    '\u001B[2J',
    '\u009B',
    '\u202E',
    '漢',
    '👩‍🚀',
    '::error::',
    '%0A',
    'x'.repeat(300),
    '\uD83D',
  ),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const place = fc.record({
  file: text.map((name) => `f${name}`),
  line: fc.integer({ min: 1, max: 8 }),
  column: fc.integer({ min: 1, max: 900 }),
  endLine: fc.integer({ min: 1, max: 8 }),
  endColumn: fc.integer({ min: 1, max: 900 }),
})
const found: fc.Arbitrary<Finding> = fc.record({
  code: fc.constantFrom('picture-missing', 'picture-alt'),
  severity: fc.constantFrom('error', 'warning', 'advice'),
  message: text,
  place,
  hint: text,
})

describe('whatever a guide holds', () => {
  it('a frame has no control in it, and marks a column that is there', () => {
    fc.assert(
      fc.property(text, place, (source, at) => {
        const lines = source.split(/\r\n|\n|\r/)
        const frame = codeFrame(lines, at)
        if (OBEYED.test(frame)) return false
        if (at.line > lines.length) return frame === ''
        const rows = frame.split('\n')
        const mark = rows.findIndex((row) => /^ +\| *\^+$/.test(row))
        const widthOf = (row: string) =>
          [...new Intl.Segmenter('en').segment(row)].reduce((sum, { segment }) => sum + columnsOf(segment), 0)
        return mark > 0 && (rows[mark]?.length ?? 0) <= Math.max(widthOf(rows[mark - 1] ?? ''), 6) + 2
      }),
    )
  })

  it('findings for a terminal have no control in them', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 5 }), text, (findings, source) => {
        const file = findings[0]?.place?.file ?? ''
        return !OBEYED.test(prettyFindings(findings, { file, text: source }, plain))
      }),
    )
  })

  it('workflow commands stay one a group of findings', () => {
    fc.assert(
      fc.property(fc.array(found, { minLength: 1, maxLength: 5 }), (findings) => {
        const lines = githubCommands(findings).split(/[\r\n]/)
        return (
          lines.length === groupAlike(findings).length &&
          lines.every((line) => /^::(error|warning|notice) /.test(line))
        )
      }),
    )
  })

  it('a SARIF log keeps its rules', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 5 }), text, (findings, file) => {
        const named = findings.map((one) => ({ ...one, message: `A ${one.message}` }))
        const report = emptyReport(file)
        const base = {
          file: `f${file}`,
          folder: '',
          state: 'built',
          silenced: [],
          source: '',
          outputs: [],
        } as const
        const results = [{ ...base, findings: named, report, seconds: 1 }]
        const log = sarifReport({ version: '1.0.0', results, faults: [], exitCode: 0 }, new Map())
        return v.is(sarifLog, JSON.parse(log))
      }),
    )
  })
})
