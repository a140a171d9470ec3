import { titleSize } from '../../src/handout/first-page.js'
import { describe, expect, it } from 'vitest'
import { clockTime, minutesOfDay, timetable } from '../../src/handout/clock.js'
import { cssString, escapeHtml } from '../../src/handout/escape.js'
import { qrSvg, readableAddress } from '../../src/look/index.js'
import { numberRange, sayHtml } from '../../src/handout/phrases.js'
import { shortened } from '../../src/look/index.js'
import { packed } from '../../src/handout/sheets.js'
import { termFinder } from '../../src/handout/glossary.js'
import { wordsFor } from '../../src/words/index.js'
import type { GlossaryEntry } from '../../src/guide/index.js'
import { guideOf } from './sample-guide.js'

const words = wordsFor('en-GB')
const entry = (term: string): GlossaryEntry => ({
  id: term,
  place: { file: 'guide.md', line: 1, column: 1 },
  term: [{ type: 'text', value: term }],
  meaning: [{ type: 'text', value: `meaning of ${term}` }],
})

describe('escaping', () => {
  it('keeps a title inside its CSS string and its style element', () => {
    expect(cssString('a "b" \\ </style>\n')).toBe('"a \\22 b\\22  \\5c  \\3c /style\\3e \\a "')
  })
  it('keeps text inside an attribute', () => {
    expect(escapeHtml('"<&>\'')).toBe('&quot;&lt;&amp;&gt;&#39;')
  })
  it('puts markup into a phrase and escapes the phrase alone', () => {
    expect(sayHtml(words, 'exerciseOnPage', { n: '<b>4</b>' })).toBe('Exercise on page <b>4</b>')
  })
})

describe('times', () => {
  it('follow from the start, and stop where a section is silent', async () => {
    const guide = await guideOf(
      '---\nstart: "23:50"\n---\n## A {#a minutes=15}\n\n### P {#p minutes=5}\n\nx\n\n### Q {#q}\n\ny\n\n## B {#b}\n\nx\n\n## C {#c minutes=5}\n\nx\n',
    )
    const times = timetable(guide)
    expect(times.get('a')).toEqual({ from: 23 * 60 + 50, minutes: 15 })
    expect(times.get('q')).toEqual({ from: 23 * 60 + 55, minutes: 10 })
    expect(times.get('b')).toEqual({ from: 24 * 60 + 5 })
    expect(times.get('c')).toEqual({ minutes: 5 })
    expect(clockTime(24 * 60 + 5, words)).toBe('00:05')
    expect(minutesOfDay('soon')).toBeUndefined()
  })
})

describe('terms', () => {
  it('are whole words, the longest first', () => {
    const finder = termFinder([entry('Training'), entry('Training data')])
    const found = (text: string) =>
      finder?.split(text).flatMap((piece) => (piece.entry ? [piece.entry.id] : []))
    expect(found('Its training data came first, training later.')).toEqual(['Training data', 'Training'])
    expect(found('retraining trainings')).toEqual([])
  })
  it('are found inside a run of letters where words have no blanks', () => {
    expect(
      termFinder([entry('模型')])
        ?.split('开放模型是')
        .map(({ text }) => text),
    ).toEqual(['开放', '模型', '是'])
  })
})

describe('small things', () => {
  it('say ranges', () => {
    expect([[3], [3, 4], [6, 3, 4]].map((numbers) => numberRange(words, numbers))).toEqual([
      '3',
      '3 and 4',
      '3 to 6',
    ])
  })
  it('show addresses to be typed', () => {
    expect(readableAddress('https://example.org/')).toBe('example.org')
    expect(readableAddress('https://example.org/a%20b/%C3%A9?q=1')).toBe('example.org/a%20b/é?q=1')
    expect(readableAddress('https://example.org/%')).toBe('example.org/%')
    const latin = (letter: string) => /\p{Script=Latin}/u.test(letter)
    expect(readableAddress('https://example.org/%C3%A9/%E5%85%A8', latin)).toBe('example.org/é/%E5%85%A8')
  })
  it('set a title smaller for its length, and for a word that would not fit its line', () => {
    const size = (value: string) => titleSize([{ type: 'text', value }])
    expect(size('Open and closed')).toBe('large')
    expect(size('A convertible')).toBe('large')
    expect(size('An incontrovertible')).toBe('small')
    expect(size('Incomprehensibilities')).toBe('smaller')
    expect(size('Donaudampfschifffahrtsgesellschaft')).toBe('smallest')
    expect(size('Acknowledged')).toBe('medium')
    expect(size('这是一个没有空格的标题')).toBe('large')
  })

  it('cut running heads at a word', () => {
    expect(shortened('A title that is rather long', 12)).toBe('A title …')
    expect(shortened('Short', 12)).toBe('Short')
  })
  it('let short sections follow on, and long ones open a page', () => {
    expect(packed([200, 30, 30, 180, 50], (height) => height)).toEqual([[200, 30], [30], [180, 50]])
  })
  it('draw a QR code without hair lines between its modules', () => {
    expect(qrSvg('https://example.org')).toMatch(/^<svg [^>]*viewBox="0 0 25 25"[^>]*><path d="M0 0h7v1h-7z/)
  })
})
