import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checksums, deckhand, guideIn, scratch } from '../support/cli.js'
import { sarifLog } from './sarif-schema.js'

const source = `---
title: Told
ignore:
  - { code: picture-alt, reason: decoration }
---

## One

![](gone.png)

Text.
`

function build(folder: string, ...args: readonly string[]) {
  return deckhand(['build', guideIn(folder, source), '--out', join(folder, 'out'), ...args])
}

describe('deckhand build', () => {
  it('tells findings on stderr and its table on stdout', async () => {
    const { code, stdout, stderr } = await build(scratch())
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('warning The picture "gone.png" was not found')
    expect(stderr).toContain('>  9 | ![](gone.png)')
    expect(stderr).toContain('guide.md: 1 warning, 1 silenced')
    expect(stderr).not.toContain('[picture-alt]')
    expect(stdout).toContain('deck.pdf')
    expect(stdout).not.toContain('warning')
  })

  it('writes with --format json one document to stdout, and nothing else', async () => {
    const { code, stdout } = await build(scratch(), '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      guides: [
        {
          state: 'built',
          findings: [{ code: 'picture-missing', line: 9, column: 1 }],
          silenced: [{ code: 'picture-alt', reason: 'decoration' }],
        },
      ],
    })
  })

  it('writes with --format sarif a log to stdout, also of a guide that is in error', async () => {
    const folder = scratch()
    const file = guideIn(folder, '## One\n\n:::notes\nOpen.\n')
    const { code, stdout } = await deckhand([
      'build',
      file,
      '--out',
      join(folder, 'out'),
      '--format',
      'sarif',
    ])
    expect(code).toBe(1)
    const log = v.parse(sarifLog, JSON.parse(stdout))
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['directive-unclosed'])
    expect(log.runs[0]?.invocations[0]?.exitCode).toBe(1)
  })

  it('writes with --format github workflow commands', async () => {
    const folder = scratch()
    const { stderr } = await deckhand(
      ['build', guideIn(folder, source), '--out', join(folder, 'out'), '--format', 'github'],
      { env: { GITHUB_WORKSPACE: folder } },
    )
    expect(stderr).toMatch(/^::warning file=talk\/guide\.md,line=9,.*title=picture-missing::/m)
  })

  it('fails with --strict on a warning, and leaves the last good output', async () => {
    const folder = scratch()
    expect((await build(folder)).code).toBe(0)
    const before = checksums(join(folder, 'out'))
    const { code, stderr } = await build(folder, '--strict', '--force')
    expect(code).toBe(1)
    expect(stderr).toContain('error The picture "gone.png" was not found')
    expect(stderr).toContain('1 error, 1 silenced')
    expect(checksums(join(folder, 'out'))).toEqual(before)
  })

  it('builds with --strict a guide with advice alone', async () => {
    const folder = scratch()
    const file = guideIn(folder, source.replace('![](gone.png)\n\n', ''))
    const { code, stderr } = await deckhand(['build', file, '--out', join(folder, 'out'), '--strict'])
    expect(stderr).toContain('[ignore-unused]')
    expect(code).toBe(0)
    expect(existsSync(join(folder, 'out', 'talk', 'deck.pdf'))).toBe(true)
  })

  it('refuses a format that there is not', async () => {
    const { code, stderr } = await deckhand(['build', '--format', 'xml'])
    expect(code).toBe(2)
    expect(stderr).toContain('"xml" is not a format. There are: pretty, json, github, sarif.')
  })
})

describe('deckhand explain', () => {
  it('prints the entry of a code', async () => {
    const { code, stdout } = await deckhand(['explain', 'picture-alt'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^picture-alt\n\nWhat \(warning\): [^]+\n\nWhy: [^]+\n\nHow to mend: /)
  })

  it('lists all codes, each on a line', async () => {
    const { stdout } = await deckhand(['explain'])
    expect(stdout).toMatch(/^picture-alt +A picture has no alternative text\.$/m)
    expect(stdout.trim().split('\n').length).toBeGreaterThan(50)
  })

  it('names the nearest of an unknown one', async () => {
    const { code, stdout, stderr } = await deckhand(['explain', 'picture-mising'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Did you mean "picture-missing"?')
  })
})
