import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '../support/memory-world.js'
import { printGuide } from '../support/print-guide.js'

const folder = join(import.meta.dirname, '../fixtures/reader')

describe('the reader', () => {
  for (const name of readdirSync(folder)) {
    it(`reads ${name}`, async () => {
      const { guide, findings } = await readText(readFileSync(join(folder, name, 'guide.md')), name)
      const told = findings.map(({ severity, code, place, message, hint }) =>
        [
          `${severity} ${code} ${place?.line}:${place?.column} ${message}`,
          ...(hint ? [`  ${hint}`] : []),
        ].join('\n'),
      )
      const text = [guide ? printGuide(guide) : 'no guide\n', ...told.map((line) => `${line}\n`)].join('')
      await expect(text).toMatchFileSnapshot(join(folder, name, 'expected.txt'))
    })
  }
})
