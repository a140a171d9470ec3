import { expect, test } from 'vitest'
import { checkBoxes } from '../../src/check/index.js'
import { bake } from './bread.js'

test('letters that no font has are told once, with the page', () => {
  const { handoutPdf, ...rest } = bake()
  if (!handoutPdf) throw new Error('no handout')
  const pages = handoutPdf.pages.map((page) =>
    page.number > 1 ? { ...page, boxed: new Set(['中', '\uFFFD']) } : page,
  )
  const boxed = { ...handoutPdf, pages }
  expect(checkBoxes({ ...rest, handoutPdf: boxed, facilitatorPdf: boxed })).toMatchObject([
    {
      code: 'letters-boxed',
      message: 'Empty boxes are printed on page 2 of handout.pdf, page 2 of facilitator.pdf: no font has 中.',
    },
  ])
  expect(checkBoxes({ ...rest, handoutPdf })).toEqual([])
  expect(checkBoxes({ ...rest, handoutPdf: boxed, withoutFont: new Set(['中']) })).toEqual([])
})

test('they are placed at the first text of the guide that has one', () => {
  const { handoutPdf, ledger, ...rest } = bake()
  const [first] = ledger
  if (!handoutPdf || !first) throw new Error('no handout')
  const place = { file: 'guide.md', line: 42, column: 3 }
  const pages = handoutPdf.pages.map((page) => ({ ...page, boxed: new Set(['🎉']) }))
  const festive = { ...rest, handoutPdf: { ...handoutPdf, pages } }
  const party = [...ledger, { ...first, text: 'A 🎉 party', place }]
  expect(checkBoxes({ ...festive, ledger: party })[0]?.place).toEqual(place)
  expect(checkBoxes({ ...festive, ledger })[0]?.place).toBeUndefined()
})
