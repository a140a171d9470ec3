import { expect, test } from 'vitest'
import { checkBoxes } from '../../src/check/index.js'
import { bake } from './bread.js'

test('letters that no font has are told once, with the page', () => {
  const { handoutPdf, ...rest } = bake()
  if (!handoutPdf) throw new Error('no handout')
  const pages = handoutPdf.pages.map((page) =>
    page.number > 1 ? { ...page, boxed: new Set(['中', '\uFFFD']) } : page,
  )
  expect(checkBoxes({ ...rest, handoutPdf: { ...handoutPdf, pages } })).toMatchObject([
    { code: 'letters-boxed', message: 'handout.pdf prints empty boxes on page 2: no font has 中.' },
  ])
  expect(checkBoxes({ ...rest, handoutPdf })).toEqual([])
})
