import { describe, expect, test } from 'vitest'
import { checkMeasures, checkSlideWords, readDeckHtml } from '../../src/check/index.js'
import type { Artefacts } from '../../src/check/index.js'
import { html, pdf } from './artefacts.js'
import { bake } from './bread.js'

describe('measures', () => {
  const measured = (overflow: number, place?: { file: string; line: number; column: number }): Artefacts => ({
    ...bake(),
    measures: [{ slide: 3, overflow, side: 'bottom', ...(place ? { place } : {}) }],
  })

  test('a slide that is too tall is an error at its line', () => {
    expect(checkMeasures(measured(41.2))).toMatchObject([
      {
        code: 'slide-cut-off',
        severity: 'error',
        place: { line: 3 },
        message: expect.stringContaining('Slide 3 is cut off: its content reaches 42 px past the bottom'),
      },
    ])
  })

  test('or at the line of its block', () => {
    expect(checkMeasures(measured(41.2, { file: 'guide.md', line: 77, column: 1 }))[0]?.place?.line).toBe(77)
  })

  test('a pixel is rounding', () => {
    expect(checkMeasures(measured(1))).toEqual([])
    expect(checkMeasures(measured(-30))).toEqual([])
  })
})

describe('words of slides', () => {
  const slides = [
    { words: ['One'] },
    { words: ['A line that is shown', 'A line that is clipped away', 'Yes'] },
  ]
  const { deckHtml: _html, deckPdf: _pdf, ...rest } = bake()
  const check = (inPdf: readonly { words: readonly string[] }[]) =>
    checkSlideWords({ ...rest, deckPdf: pdf(inPdf), deckHtml: readDeckHtml(html(slides)) })

  test('all there, with marks that CSS adds', () => {
    expect(
      check([
        { words: ['One', '1'] },
        { words: ['1. A line that is shown', '2. A line that is clipped away', 'Yes', '2'] },
      ]),
    ).toEqual([])
  })

  test('a clipped line', () => {
    expect(check([{ words: ['One'] }, { words: ['A line that is shown', 'Yes'] }])).toMatchObject([
      {
        code: 'slide-words-lost',
        place: { line: 2 },
        message: expect.stringContaining('A line that is clipped away'),
      },
    ])
  })

  test('a clipped end of a line, a clipped short word', () => {
    expect(
      check([{ words: ['One'] }, { words: ['A line that is shown', 'A line that is', 'Yes'] }])[0]?.message,
    ).toContain('"clipped away"')
    expect(
      check([{ words: ['One'] }, { words: ['A line that is shown', 'A line that is clipped away'] }])[0]
        ?.message,
    ).toContain('"Yes"')
  })

  test('on another page does not help', () => {
    expect(
      check([{ words: ['One', 'Yes'] }, { words: ['A line that is shown', 'A line that is clipped away'] }]),
    ).toHaveLength(1)
  })

  test('a slide is lost', () => {
    expect(check([{ words: ['One'] }])).toMatchObject([
      { code: 'slides-differ', message: 'deck.html has 2 slides, but deck.pdf has 1 pages.' },
    ])
  })
})
