import { describe, expect, test } from 'vitest'
import { checkLeaks } from '../../src/check/index.js'
import type { Artefacts } from '../../src/check/index.js'
import type { Guide } from '../../src/guide/model.js'
import { bake, bread, replacing, texts } from './bread.js'
import type { Change } from './bread.js'

const heldBack: Guide = { ...bread, frontMatter: { ...bread.frontMatter, solutions: 'facilitator' } }

function told(artefacts: Artefacts): readonly string[] {
  return checkLeaks(artefacts).map(({ message }) => message)
}

/** Adds words to the last sheet. */
function adding(text: string): Change {
  return (sheets) =>
    sheets.map((sheet, index) =>
      index === sheets.length - 1 ? { ...sheet, words: [...sheet.words, text] } : sheet,
    )
}

describe('notes', () => {
  test('leak on a slide', () => {
    expect(told(bake({ deck: adding(texts.spoken) }))).toEqual([
      'These words are for the facilitator alone, but stand in the slides of deck.html: "Tell them how your grandmother used to bake …"',
      'These words are for the facilitator alone, but stand in deck.pdf: "Tell them how your grandmother used to bake …"',
    ])
  })

  test('leak on paper, though only eight of their words', () => {
    expect(told(bake({ handout: adding('used to bake on Saturdays before the sun') }))).toEqual([
      'These words are for the facilitator alone, but stand in handout.pdf: "used to bake on Saturdays before the sun …"',
    ])
  })

  test('seven words are no leak', () => {
    expect(told(bake({ handout: adding('used to bake on Saturdays before the') }))).toEqual([])
  })

  test('what an allowed block says too is no leak', () => {
    const spoken = { ...bread, frontMatter: { ...bread.frontMatter, summary: texts.spoken } }
    expect(told(bake({ handout: adding(texts.spoken) }, spoken))).toEqual([])
  })

  test('are welcome in notes and in the facilitator edition', () => {
    expect(told(bake())).toEqual([])
  })
})

describe('solutions', () => {
  test('that are held back leak', () => {
    expect(told(bake({}, heldBack))).toContain(
      'These words are for the facilitator alone, but stand in handout.pdf: "The yeast has eaten the sugar of the …"',
    )
  })

  test('that are not may stand on slides and paper', () => {
    expect(told(bake())).toEqual([])
    expect(
      told(bake({ deck: replacing(texts.answer, ''), handout: replacing(texts.answer, '') }, heldBack)),
    ).toEqual([])
  })
})
