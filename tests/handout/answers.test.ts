import { expect, it } from 'vitest'
import { answersHtml, printNoteHtml } from '../../src/handout/index.js'
import { byClass, elements, headings, hrefs, ids, parseHtml, textOf } from './html.js'
import { contextFor, guideOf } from './sample-guide.js'

const guide = await guideOf(`---
title: Bread
solutions: facilitator
url: https://example.org/bread
---

## Dough

See [the mill](https://mill.example.org/) and a note.[^one]

::::exercise[Judge a dough]
Which one has risen?

:::solution
The left one, see [a film](https://film.example.org/rise).[^two]
:::

:::notes
SECRETNOTE
:::
::::

::::exercise
Why?

:::solution
Because it was warm.
:::
::::

[^one]: The first footnote.

[^two]: Of the solution alone.
`)

it('the answer key holds the solutions by number, with the handout’s pages, and nothing else', () => {
  const exercises = guide.sections.flatMap(({ parts }) => parts.flatMap(({ blocks }) => blocks))
  const pages = new Map(
    exercises.filter(({ kind }) => kind === 'exercise').map(({ id }, index) => [id, index + 3]),
  )
  const tree = parseHtml(answersHtml(guide, contextFor(guide, { handoutPages: pages })) ?? '')
  expect(headings(tree)).toEqual([
    '1 Bread',
    '2 Solutions',
    '3 Solution to exercise 1',
    '3 Solution to exercise 2',
    '2 Links',
  ])
  const text = textOf(tree)
  expect(text).toContain('Exercise on page 3 Solution to exercise 1')
  expect(text).toContain('Exercise on page 4 Solution to exercise 2')
  // What the solutions lead to is printed, and nothing that only others lead to.
  expect(text).toContain('Of the solution alone.')
  expect(text).toContain('film.example.org/rise')
  expect(text).not.toMatch(/first footnote|mill\.example|example\.org\/bread|SECRETNOTE|Which one/)
  const inner = hrefs(tree).filter((href) => href.startsWith('#'))
  expect(inner.filter((href) => !ids(tree).includes(href.slice(1)))).toEqual([])
})

it('there is no answer key without solutions', async () => {
  const other = await guideOf('# A\n\n## B\n\nC.\n')
  expect(answersHtml(other, contextFor(other))).toBeUndefined()
})

it('the print note counts copies and sheets, in the language and the direction of the guide', async () => {
  const orders = [
    { edition: 'participants', file: 'handout-12-copies.pdf', copies: 12, pages: 7, sheets: 4 },
    { edition: 'facilitator', file: 'facilitator-1-copy.pdf', copies: 1, pages: 5, sheets: 3 },
  ] as const
  const rows = async (lang: string) => {
    const other = await guideOf(`---\nlang: ${lang}\npaper: Letter\n---\n# A\n\n## B\n\nC.\n`)
    const tree = parseHtml(printNoteHtml(other, contextFor(other), { people: 12, orders }))
    const cells = elements(tree, ({ tagName }) => tagName === 'tr').map(textOf)
    return [...cells, ...byClass(tree, 'setting').map(textOf)]
  }
  expect(await rows('en')).toEqual([
    'Edition File Pages Sheets a copy Copies Sheets in all',
    'Participants’ edition handout-12-copies.pdf 7 4 12 48',
    'Facilitator edition facilitator-1-copy.pdf 5 3 1 3',
    'Together 13 51',
    'Paper Letter, white, uncoated, 80 to 100 g/m²',
    'Sides both, turned on the long edge',
    'Staple one in each copy, top left',
    'Size 100 %, not fitted to the page',
    'Colour black and white is enough',
  ])
  expect(await rows('de')).toContain('Heften je Exemplar eine Klammer, oben links')
  expect(await rows('he')).toContain('סיכה אחת לכל עותק, למעלה מימין')
})
