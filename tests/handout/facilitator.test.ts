import { describe, expect, it } from 'vitest'
import { ledger } from '../../src/guide/index.js'
import type { Block, Guide } from '../../src/guide/index.js'
import { facilitatorHtml } from '../../src/handout/index.js'
import { deepBlocks } from '../../src/handout/walk.js'
import { byClass, elements, headings, hrefs, ids, parseHtml, textOf } from './html.js'
import { contextFor, guideOf, sampleGuide, slide } from './sample-guide.js'

const guide = await sampleGuide()
const [dough, oven] = guide.sections
const kneading = dough?.parts[1]
const notesIn = (blocks: readonly Block[]): readonly Block[] =>
  deepBlocks(blocks, ({ kind }) => kind === 'exercise').flatMap((block) =>
    block.kind === 'notes' ? block.blocks : [],
  )
const exercise = deepBlocks(kneading?.blocks ?? []).find(({ kind }) => kind === 'exercise')
const slides = [
  slide(1, { title: 'Bread' }),
  slide(2, { sectionId: 'dough', title: 'The dough', notes: notesIn(dough?.parts[0]?.blocks ?? []) }),
  slide(3, { sectionId: 'dough', partId: kneading?.id ?? '' }),
  slide(4, { sectionId: 'dough', partId: kneading?.id ?? '' }),
  slide(5, { sectionId: 'dough', partId: kneading?.id ?? '', exerciseId: exercise?.id ?? '' }),
  slide(6, { sectionId: 'dough', partId: kneading?.id ?? '', exerciseId: exercise?.id ?? '' }),
  slide(7, { sectionId: 'oven', title: 'The oven' }),
]
const handoutPages = new Map([
  ['dough', 3],
  [kneading?.id ?? '', 4],
  [exercise?.id ?? '', 5],
  ['oven', 6],
])
const html = facilitatorHtml(guide, contextFor(guide, { slides, handoutPages }))
const tree = parseHtml(html)
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

describe("the facilitator's edition", () => {
  it('holds every note, claimed by a slide or not, and all that belongs there', () => {
    const text = bare(textOf(tree))
    const missing = ledger(guide).filter(
      (entry) => entry.venues.includes('facilitator') && !text.includes(bare(entry.text)),
    )
    expect(missing.map((entry) => entry.text)).toEqual([])
    for (const note of ['INTRONOTE', 'NOTEDOUGH', 'NOTEITEM', 'EXERCISENOTE', 'NOTEREST']) {
      expect(html.split(note).length - 1, note).toBe(1)
    }
  })

  it('tells what is said from what is done', () => {
    const done = byClass(tree, 'do').map(textOf)
    expect(done).toEqual(['Do Show the bowl.', 'Do Turn the slide.', 'Do EXERCISENOTE Walk round.'])
    const said = byClass(tree, 'say').map(textOf)
    expect(said).toContain('Say NOTEDOUGH Say this loudly.')
    expect(said).toContain('Say Spoken item NOTEITEM')
  })

  it('knows the time of what the guide times, and of nothing else', () => {
    expect(byClass(tree, 'clock').map(textOf)).toEqual(['09:50', '10:10'])
    const margins = byClass(tree, 'margin').map(textOf)
    expect(margins).toContain('09:50 12 min Slides 3 and 4')
    expect(margins).toContain('10:02 8 min')
  })

  it('cites slides and pages of the handout', () => {
    const margins = byClass(tree, 'margin').map(textOf)
    expect(margins).toContain('09:50 to 10:10, 20 minutes Slides 2 to 6 Handout, pages 3 to 5')
    expect(margins).toContain('Exercise 1 in pairs 5 minutes Slides 5 and 6 Handout, page 5')
  })

  it('has each heading and id once', () => {
    const found = headings(tree).filter((heading) => /dough|oven|Kneading|Resting/.test(heading))
    expect(found).toEqual(['2 The dough', '3 Kneading', '3 Judge a dough', '3 Resting', '2 The oven'])
    expect(ids(tree).length).toBe(new Set(ids(tree)).size)
    const inner = hrefs(tree).filter((href) => href.startsWith('#'))
    expect(inner.filter((href) => !ids(tree).includes(href.slice(1)))).toEqual([])
  })

  it('says what to bring and what to leave out', () => {
    expect(textOf(byClass(tree, 'bring')[0] ?? tree)).toBe('What to bring Flour Water & salt')
    expect(textOf(byClass(tree, 'if-late')[0] ?? tree)).toBe(
      'If you are late Skip first Resting 8 min Shorten or skip next The oven Slide 7, 25 min',
    )
  })

  it('gives each answer under its exercise', () => {
    expect(byClass(tree, 'answer').map(textOf)).toEqual([
      'SOLUTIONTEXT The left one, because it was warm.',
      'It is an oven.',
    ])
  })

  it('does without slides, times and sections', async () => {
    const plain: Guide = await guideOf('Only a paragraph.\n')
    const text = textOf(parseHtml(facilitatorHtml(plain, contextFor(plain))))
    expect(text).toContain('Facilitator edition')
    expect(elements(tree, ({ tagName }) => tagName === 'table').length).toBeGreaterThan(0)
    expect(oven?.title).toBeDefined()
  })
})
