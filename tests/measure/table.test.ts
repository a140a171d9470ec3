import { expect, test } from 'vitest'
import { faultsOf, table, type Measured } from './table.js'

const built = {
  code: 0,
  seconds: 2.04,
  peak: 300e6,
  lastWords: '',
  findings: { 'picture-missing': 2 },
  folder: '/out',
}
const artefacts = { slides: 3, pages: 2, cutOff: [], lost: [], boxes: { pictures: 2, letters: 0 } }
const good: Measured = { name: 'a/good.md', built, artefacts }

test('a guide without a fault has none', () => {
  expect(faultsOf(good)).toEqual([])
})

test.each<[string, Measured]>([
  ['was not built', { name: 'x', built: { ...built, code: 70, lastWords: 'bug' } }],
  ['took too long', { name: 'x', built: { ...built, code: undefined } }],
  ['is cut off', { ...good, artefacts: { ...artefacts, cutOff: ['slide 2: 9 px outside'] } }],
  ['lost a word', { ...good, artefacts: { ...artefacts, lost: [{ word: 'salt', line: 3 }] } }],
])('a guide that %s is told', (_, one) => {
  expect(faultsOf(one)).toHaveLength(1)
  expect(table([good, one])).toContain((faultsOf(one)[0] as string).split('\n')[0])
})

test('the table has a line for each guide and one of totals', () => {
  expect(table([good, { ...good, name: 'b/other.md' }])).toBe(
    `guide        built  slides  pages  cut off  lost  boxes  seconds  peak MB  findings
----------  ------  ------  -----  -------  ----  -----  -------  -------  -----------------
a/good.md      yes       3      2        0     0      2      2.0      300  2 picture-missing
b/other.md     yes       3      2        0     0      2      2.0      300  2 picture-missing
----------  ------  ------  -----  -------  ----  -----  -------  -------  -----------------
2 guides    2 of 2       6      4        0     0      4      4.1      300  4 picture-missing

Every guide was built; nothing is cut off, no word is lost.`,
  )
})
