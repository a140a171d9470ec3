import { PAGE_SEAT } from '../../src/deck/index.js'
import { expect, it } from 'vitest'
import { fillPages, pageTexts, withSeats, withWidestPages } from '../../src/build/cite.js'
import type { Slide } from '../../src/deck/index.js'
import { wordsFor } from '../../src/words/index.js'

const slide = (id: string, more: Partial<Slide> = {}) =>
  ({ id, foot: [`Handout, page ${PAGE_SEAT}`], blocks: [], ...more }) as unknown as Slide
const slides = [slide('one'), slide('two', { cites: 'e1' }), slide('three', { cites: 'e2', sectionId: 's2' })]

it('fills the number of each slide into its own seat', () => {
  const text = withSeats(slides)
    .flatMap(({ foot }) => foot)
    .join('\n')
  const numbers = pageTexts(slides, wordsFor('en'), new Map([['e1', 12], ['s2', 7]])) // prettier-ignore
  expect(fillPages(text, numbers)).toBe('Handout, page \uFDD3\nHandout, page 12\nHandout, page 7')
})
it('writes numbers in the digits of the language', () => {
  expect(pageTexts(slides, wordsFor('ar-EG'), new Map([['e1', 12]]))[1]).toBe('١٢')
})
it('measures with a number as wide as any that is printed', () => {
  expect(withWidestPages(slides)[1]?.foot).toEqual(['Handout, page 00'])
})
