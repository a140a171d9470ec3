import { expect, it } from 'vitest'
import { isMarpDeck, toldOverflows, withoutTold } from './marp-deck.js'

it('a Marp deck says so in its front matter, not in its text', () => {
  expect(isMarpDeck('---\ntitle: a\nmarp: true\n---\n\n# A\n')).toBe(true)
  expect(isMarpDeck('---\ntitle: a\n---\n\nmarp: true\n')).toBe(false)
})

it('words are excused on the slides that were told as cut off, and on no other', () => {
  const source = '---\nmarp: true\n---\n\n# A\n\n---\n\n# B\n\nlow\n\n---\n\n# C\n'
  const lost = [5, 11, 15].map((line) => ({ line, word: 'x' }))
  const report = JSON.stringify({
    findings: [
      { code: 'marp-slide-overflows', line: 9 },
      { code: 'other', line: 5 },
    ],
  })
  expect(withoutTold(lost, source, toldOverflows(report)).map(({ line }) => line)).toEqual([5, 15])
})
