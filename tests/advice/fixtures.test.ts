import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { advise } from '../../src/advice/index.js'
import { readText } from '../support/memory-world.js'

const folder = join(import.meta.dirname, '../fixtures/advice')

describe('advice', () => {
  for (const name of readdirSync(folder)) {
    it(`on ${name}`, async () => {
      const { guide, source } = await readText(readFileSync(join(folder, name, 'guide.md')), name)
      if (!guide) throw new Error('no guide')
      const told = advise(guide, source).map(
        ({ severity, code, place, message }) =>
          `${severity} ${code} ${place?.line}:${place?.column} ${message}\n`,
      )
      await expect(told.join('') || 'nothing\n').toMatchFileSnapshot(join(folder, name, 'expected.txt'))
    })
  }

  it('looks through comments that are never closed once', async () => {
    const { guide } = await readText('## A\n\nText.\n\n## B\n')
    if (!guide) throw new Error('no guide')
    const [a, b] = guide.sections
    if (!a || !b) throw new Error('no sections')
    const empty = { ...guide, sections: [{ ...a, parts: [] }] }
    expect(advise(empty, `## A\n${'<!-- '.repeat(1_000_000)}`)).toEqual([])
  })
})
