import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/deck/index.js'
import type { Guide } from '../../src/guide/index.js'
import { wordsFor } from '../../src/words/index.js'
import { readText } from '../support/memory-world.js'
import { printSlides } from '../support/print-slides.js'

const folder = join(import.meta.dirname, '../fixtures/planner')

describe('the planner', () => {
  for (const name of readdirSync(folder)) {
    it(`plans ${name}`, async () => {
      const { guide } = await readText(readFileSync(join(folder, name, 'guide.md')), name)
      const { deck, findings } = plan(guide as Guide, wordsFor((guide as Guide).lang))
      const told = findings.map(
        ({ severity, code, place, message }) => `${severity} ${code} ${place?.line} ${message}\n`,
      )
      await expect(printSlides(deck.slides) + told.join('')).toMatchFileSnapshot(
        join(folder, name, 'expected.txt'),
      )
    })
  }

  it('keeps slides of its own apart from sections of the same name', async () => {
    const { guide } = await readText('# Git\n## Title\nOne.\n## Agenda\nTwo.\n## Deck\nThree.\n')
    const { deck } = plan(guide as Guide, wordsFor('en'))
    const layouts = ['title', 'agenda', 'divider']
    const ids = deck.slides.filter(({ layout }) => layouts.includes(layout)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
  })
})
