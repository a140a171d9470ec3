import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guides, type WrittenGuide } from './guides.js'
import { settings } from './settings.js'
import { textsOf, type Texts } from './texts.js'

/** Words of a guide that are missing where they are due, or stand where they must not. */
function misplaced({ words }: WrittenGuide, { shown, held, findings }: Texts): readonly string[] {
  const find = (text: string): ReadonlySet<string> => new Set(text.match(/w\d+x/g))
  // A block that fits on no slide is said instead, and told.
  const isReplaced = findings.some(({ code }) => code === 'block-to-handout')
  const seen = {
    slide: find(isReplaced ? `${shown.slide}\n${shown.notes}` : shown.slide),
    notes: find(shown.notes),
    deck: find(`${shown.slide}\n${shown.notes}`),
    handout: find(shown.handout),
    facilitator: find(shown.facilitator),
  }
  const anywhere = {
    slide: find(shown.slide),
    deck: find(held.deck),
    handout: find(held.handout),
    facilitator: find(held.facilitator),
  }
  return words.flatMap(({ word, due, never }) => [
    ...due.filter((venue) => !seen[venue].has(word)).map((venue) => `${word} is not in ${venue}`),
    ...never.filter((venue) => anywhere[venue].has(word)).map((venue) => `${word} is in ${venue}`),
  ])
}

test('every word of any guide stands where it belongs and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(guides, async (guide) => {
      const texts = await textsOf(guide.source)
      if (texts) expect(misplaced(guide, texts)).toEqual([])
      else expect(guide.source.trim()).toBe('')
    }),
    settings(100),
  )
})
