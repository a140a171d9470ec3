import { describe, expect, it } from 'vitest'
import { weigh, type WeighOptions } from '../../src/build/index.js'
import { finding, type Finding } from '../../src/finding/index.js'

const place = { file: 'guide.md', line: 3, column: 3 }
const alt = finding('picture-alt', { src: 'a.png' }, place)
const missing = finding('picture-missing', { src: 'b.png' }, place)
const broken = finding('directive-unclosed', { name: 'notes' }, place)
const noSandbox = finding('sandbox-off', { reason: 'root' })

function told(found: readonly Finding[], options: Partial<WeighOptions> = {}) {
  const { findings, silenced } = weigh(found, { ignore: [], isStrict: false, isWhole: true, ...options })
  return [
    ...findings.map(({ severity, code }) => `${severity} ${code}`),
    ...silenced.map((one) => `silenced ${one.finding.code}: ${one.reason}`),
  ]
}

describe('what counts of the findings', () => {
  const ignore = [{ code: 'picture-alt', reason: 'decoration', place }]

  it('leaves out what the author silences, and keeps the reason', () => {
    expect(told([alt, missing, alt], { ignore })).toEqual([
      'warning picture-missing',
      'silenced picture-alt: decoration',
      'silenced picture-alt: decoration',
    ])
  })

  it('never silences an error', () => {
    const all = [{ code: 'directive-unclosed', reason: 'no time', place }]
    expect(told([broken], { ignore: all, isWhole: false })).toEqual(['error directive-unclosed'])
  })

  it('tells of a needless "ignore", last and only where the guide was looked at to the end', () => {
    expect(told([missing], { ignore })).toEqual(['warning picture-missing', 'advice ignore-unused'])
    expect(told([broken], { ignore, isWhole: false })).toEqual(['error directive-unclosed'])
  })

  it('is told in the order of the guide, advice last and what has no place after the rest', () => {
    const later = finding('picture-missing', { src: 'c.png' }, { ...place, line: 9 })
    const aside = finding('picture-missing', { src: 'd.png' }, { ...place, column: 9 })
    const empty = finding('part-empty', { title: 'One', what: 'part' }, { ...place, line: 1 })
    const { findings } = weigh([noSandbox, empty, later, aside, missing], {
      ignore: [],
      isStrict: false,
      isWhole: true,
    })
    expect(findings).toEqual([missing, aside, later, noSandbox, empty])
  })

  it('raises warnings when strict, but neither advice nor what is about the machine', () => {
    expect(told([noSandbox, missing, alt], { ignore, isStrict: true })).toEqual([
      'error picture-missing',
      'warning sandbox-off',
      'silenced picture-alt: decoration',
    ])
    expect(told([], { ignore, isStrict: true })).toEqual(['advice ignore-unused'])
  })
})
