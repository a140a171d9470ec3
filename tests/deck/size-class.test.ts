import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { labelClass, sizeClass, STEPS } from '../../src/deck/size-class.js'
import { renderDeck } from '../../src/deck/engine.js'
import { deckMarkdown, plan } from '../../src/deck/index.js'
import type { Guide } from '../../src/guide/index.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'
import { readText } from '../support/memory-world.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const WORDS = [
  'Acknowledgements',
  'Kommunikationsstrategien',
  'INTERNATIONALISATION',
  'Millimeterwellenkommunikation',
  'Donaudampfschifffahrtsgesellschaft',
  'Достопримечательности',
  'Ευαισθητοποίηση',
]

describe('a long word', () => {
  it('takes a smaller size before it would break', () => {
    expect(sizeClass('Voraussetzungen', STEPS.divider)).toBe('')
    expect(sizeClass('Acknowledgements', STEPS.divider)).toBe('long')
    expect(sizeClass('Donaudampfschifffahrtsgesellschaft', STEPS.title)).toBe('wordy')
    expect(sizeClass('任何人都可以使用研究修改和分享它任何人都可以', STEPS.divider)).toBe('long')
    expect([labelClass('Kommunikationsstrategien'), labelClass('repository-name/organisation')]).toEqual([
      'long-label',
      '',
    ])
  })

  it('stands on one line of a title, a divider and a slide', async () => {
    const words = wordsFor('en')
    const templates = await loadTemplates({ folder: 'deck' })
    const lines: Record<string, readonly number[]> = {}
    for (const word of WORDS) {
      const guide = (await readText(`# ${word}\n\n## ${word}\n\n### ${word}\n\n- a\n- b\n`)).guide as Guide
      const markdown = deckMarkdown(plan(guide, words).deck, templates, { ...guide, words })
      lines[word] = await browser.measure(renderDeck(markdown).html, () =>
        [...document.querySelectorAll('h1, h2')].map((title) => {
          const range = document.createRange()
          range.selectNodeContents(title)
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
        }),
      )
    }
    expect(lines).toEqual(Object.fromEntries(WORDS.map((word) => [word, [1, 1, 1]])))
  })
})
