import { expect, test } from 'vitest'
import { checkArtefacts } from '../../src/check/index.js'
import { bake, bread } from './bread.js'

test('sound artefacts have no findings', () => {
  expect(checkArtefacts(bake())).toEqual([])
})

test('what was not made is not checked', () => {
  const { guide, words, ledger, handoutPdf, deckHtml } = bake()
  expect(checkArtefacts({ guide, words, ledger })).toEqual([])
  expect(checkArtefacts({ guide, words, ledger, ...(handoutPdf ? { handoutPdf } : {}) })).toEqual([])
  expect(checkArtefacts({ guide: bread, words, ledger, ...(deckHtml ? { deckHtml } : {}) })).toEqual([])
})
