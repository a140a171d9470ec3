import { describe, expect, it } from 'vitest'
import { plan } from '../../src/deck/index.js'
import { readText } from '../support/memory-world.js'
import { wordsFor } from '../../src/words/index.js'
import { BOMBS, HARMLESS } from './bombs.js'

describe('exhausts nothing: beyond a bound, reading ends with an error that names a place', () => {
  it.each(Object.entries(BOMBS))('%s', async (_, { code, make }) => {
    const { findings } = await readText(make())
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.map((one) => one.code)).toEqual([code])
    expect(errors[0]?.place).toMatchObject({ file: 'guide.md', line: expect.any(Number) })
  })
})

describe('exhausts nothing: within the bounds, it is read and planned', () => {
  it.each(Object.entries(HARMLESS))('%s', async (_, make) => {
    const { guide, findings } = await readText(make())
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    if (!guide) throw new Error('There is no guide.')
    expect((await plan(guide, wordsFor('en'))).deck.slides.length).toBeGreaterThan(0)
  })
})
