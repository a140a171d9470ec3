import { expect, test } from 'vitest'
import { checkLinks, checkTags } from '../../src/check/index.js'
import type { PdfLink } from '../../src/pdf/index.js'
import { bake } from './bread.js'

const { handoutPdf, ...rest } = bake()
if (!handoutPdf) throw new Error('no handout')
const pdf = handoutPdf
const [section] = rest.guide.sections
const id = section?.id ?? ''

function findings(links: readonly PdfLink[]): readonly string[] {
  const destinations = new Map([[id, 3]])
  return checkLinks({ ...rest, handoutPdf: { ...pdf, destinations, links } }).map(({ code }) => code)
}

test('contents that name another page than their link leads to are an error', () => {
  const link = { page: 1, text: 'Bread', id, to: 3 }
  expect(findings([{ ...link, after: '12 min3' }])).toEqual([])
  expect(findings([{ ...link, after: '3 min 13' }])).toEqual(['page-number-wrong'])
  // Behind the contents a number is a part of the sentence.
  expect(findings([{ ...link, page: 4, after: '13' }])).toEqual([])
  expect(findings([{ ...link, after: '' }])).toEqual([])
})

test('a link that leads nowhere is told', () => {
  const link = { page: 5, text: 'there', after: '' }
  expect(findings([{ ...link, address: 'https://example.org' }])).toEqual([])
  expect(findings([{ ...link, id: 'gone' }, link])).toEqual(['link-nowhere', 'link-nowhere'])
})

test('what keeps a PDF from being read aloud is told once', () => {
  const faulty = { ...pdf, faults: ['figure-without-text', 'skipped-heading'] as const }
  expect(checkTags({ ...rest, handoutPdf: pdf })).toEqual([])
  expect(checkTags({ ...rest, handoutPdf: faulty })).toMatchObject([
    {
      code: 'pdf-not-accessible',
      severity: 'warning',
      message:
        'handout.pdf does not keep to PDF/UA: a picture has no text in its place; a heading skips a level.',
    },
  ])
})
