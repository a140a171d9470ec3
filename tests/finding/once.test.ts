import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { advise } from '../../src/advice/index.js'
import { readText } from '../support/memory-world.js'

const folder = join(import.meta.dirname, '../fixtures/once')

/** Each folder holds one fault or two; its list has as many findings as it has faults. */
describe('a fault is told once', () => {
  for (const name of readdirSync(folder)) {
    it(name, async () => {
      const read = await readText(readFileSync(join(folder, name, 'guide.md')), name)
      const all = [...read.findings, ...(read.guide ? advise(read.guide, read.source) : [])]
      const told = all.map(
        ({ severity, code, place, message }) =>
          `${severity} ${code} ${place?.line}:${place?.column} ${message}\n`,
      )
      await expect(told.join('')).toMatchFileSnapshot(join(folder, name, 'expected.txt'))
    })
  }
})
