import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { BuildResult } from '../../src/build/index.js'
import { parseEntries } from '../../src/cli/entries.js'
import { jsonReport, type Told } from '../../src/cli/report-json.js'
import { sarifReport } from '../../src/cli/report-sarif.js'
import { finding, type Finding } from '../../src/finding/index.js'
import { sarifLog } from './sarif-schema.js'

const entries = parseEntries(readFileSync(join(import.meta.dirname, '../../content/FINDINGS.md'), 'utf8'))
const file = 'talks/été & 100%/guide.md'
const place = { file, line: 3, column: 5, endLine: 3, endColumn: 9 }
const alt = finding('picture-alt', { src: 'a.png' }, place)

function told(
  findings: readonly Finding[],
  more: Partial<BuildResult> = {},
  faults: readonly Finding[] = [],
): Told {
  const result: BuildResult = {
    file,
    folder: 'output/talk',
    state: 'built',
    findings,
    silenced: [],
    source: '# Secret source\n',
    outputs: [{ file: 'deck.pdf', bytes: 5, count: '3 slides' }],
    report: {
      guide: file,
      deckhand: '1.2.3',
      hash: '',
      sections: [],
      outputs: [],
      findings: [],
      timings: {},
    },
    seconds: 1,
    ...more,
  }
  return { version: '1.2.3', results: [result], faults, exitCode: faults.length > 0 ? 3 : 0 }
}

function sarif(...args: Parameters<typeof told>) {
  return v.parse(sarifLog, JSON.parse(sarifReport(told(...args), entries))).runs[0]
}

describe('the JSON document', () => {
  it('has every guide with its outputs, findings and what was silenced, and what no guide is to blame for', () => {
    const silenced = [{ finding: alt, reason: 'decoration' }]
    const fault = finding('browser-failed', { reason: 'gone' })
    const flat = {
      code: 'picture-alt',
      severity: 'warning',
      message: 'The picture "a.png" has no alternative text.',
      ...place,
      hint: 'Say between the square brackets what it shows.',
    }
    expect(JSON.parse(jsonReport(told([alt], { silenced }, [fault])))).toEqual({
      deckhand: '1.2.3',
      exitCode: 3,
      guides: [
        {
          guide: file,
          folder: 'output/talk',
          state: 'built',
          outputs: [{ file: 'deck.pdf', bytes: 5 }],
          findings: [flat],
          silenced: [{ ...flat, reason: 'decoration' }],
        },
      ],
      faults: [
        {
          code: 'browser-failed',
          severity: 'error',
          message: 'The browser failed: gone',
          hint: 'Set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium.',
        },
      ],
    })
  })
})

describe('the SARIF log', () => {
  it('keeps the rules of SARIF 2.1.0 whatever was found', () => {
    const odd = { file: '/tmp/a b#c?.md', line: 1, column: 1 }
    const run = sarif(
      [
        alt,
        finding('directive-unclosed', { name: 'notes' }, odd),
        finding('source-empty', {}),
        finding('ignore-unused', { code: 'x' }, place),
      ],
      { silenced: [{ finding: alt, reason: 'decoration' }] },
      [finding('browser-failed', { reason: 'gone' })],
    )
    expect(run?.results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'warning picture-alt',
      'error directive-unclosed',
      'error source-empty',
      'note ignore-unused',
      'warning picture-alt',
    ])
    for (const result of run?.results ?? [])
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
  })

  it('names places by escaped relative addresses, and a finding without a place by its guide', () => {
    const [placed, whole] = sarif([alt, finding('source-empty', {})])?.results ?? []
    const uri = 'talks/%C3%A9t%C3%A9%20%26%20100%25/guide.md'
    expect(placed?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    })
    expect(whole?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
    })
    const outside = finding('source-empty', {}, { file: '/tmp/a b.md', line: 1, column: 1 })
    expect(sarif([outside])?.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'file:///tmp/a%20b.md',
    })
  })

  it('has what the documentation says as the help of each rule', () => {
    const rule = sarif([alt])?.tool.driver.rules[0]
    expect(rule?.shortDescription?.text).toBe('A picture has no alternative text.')
    expect(rule?.help?.markdown).toContain('**How to mend**: ')
    expect(rule?.help?.text).toContain('\nHow to mend: ')
    expect(rule?.defaultConfiguration?.level).toBe('warning')
  })

  it('has what a guide silences as suppressed, with its reason', () => {
    const [result] = sarif([], { silenced: [{ finding: alt, reason: 'decoration' }] })?.results ?? []
    expect(result?.suppressions).toEqual([{ kind: 'inSource', justification: 'decoration' }])
  })

  it('tells of a failed tool as a notification', () => {
    const invocation = sarif([], {}, [finding('browser-failed', { reason: 'gone' })])?.invocations[0]
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 3 })
    expect(invocation?.toolExecutionNotifications[0]?.message.text).toContain('The browser failed: gone')
  })
})
