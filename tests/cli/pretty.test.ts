import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colours.js'
import { countFindings, prettyFindings } from '../../src/cli/report-pretty.js'
import { finding, type Finding } from '../../src/finding/index.js'

const plain = coloursFor({ isTTY: false }, {})
const at = (line: number) => ({ file: 'guide.md', line, column: 3, endLine: line, endColumn: 6 })
const missing = (line: number) => finding('picture-missing', { src: `${line}.png` }, at(line))

describe('findings for a terminal', () => {
  it('have place, severity, message, code, frame and hint', () => {
    const source = '# Title\n\n![](a.png)\n'
    expect(
      prettyFindings(
        [finding('picture-alt', { src: 'a.png' }, at(3))],
        { file: 'guide.md', text: source },
        plain,
      ),
    ).toBe(
      [
        'guide.md:3:3 warning The picture "a.png" has no alternative text. [picture-alt]',
        '    1 | # Title',
        '    2 |',
        '  > 3 | ![](a.png)',
        '      |   ^^^',
        '    4 |',
        '  hint Say between the square brackets what it shows.',
      ].join('\n'),
    )
  })

  it('have no frame where they stand in another file', () => {
    const place = { file: 'templates/deck.hbs', line: 1, column: 1 }
    const broken = finding('template-broken', { template: 'deck.hbs', reason: 'it is.' }, place)
    expect(prettyFindings([broken], { file: 'guide.md', text: '# Guide\n' }, plain)).not.toContain('# Guide')
  })

  it('that say the same of more than three places are told once and counted', () => {
    const text = prettyFindings([5, 9, 9, 12, 40].map(missing), undefined, plain)
    expect(text).toBe(
      [
        'guide.md:5:3 warning The picture "5.png" was not found; a labelled box stands in its place. [picture-missing]',
        '  hint Paths count from the folder of the guide.',
        '  and 4 more: lines 9, 12, 40',
      ].join('\n'),
    )
    expect(prettyFindings([5, 9, 12].map(missing), undefined, plain).match(/picture-missing/g)).toHaveLength(
      3,
    )
  })

  it('name at most twelve lines of a group, and sixty groups', () => {
    const many = Array.from({ length: 40 }, (_, index) => missing(index + 1))
    expect(prettyFindings(many, undefined, plain)).toContain(
      'and 39 more: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 …',
    )
    const names = Array.from({ length: 70 }, (_, index): Finding => ({
      ...missing(1),
      code: `code-${'abcdefghij'[index % 10]}${'abcdefghij'[Math.floor(index / 10)]}`,
    }))
    expect(prettyFindings(names, undefined, plain)).toContain('… and 10 more; --format json has them all.')
  })

  it('never send a control of the guide to the terminal', () => {
    const hostile = 'a\u001B]0;owned\u0007\u009B31m\r\n.png'
    const source = `![](${hostile})\n\u001B[2J\n`
    const text = prettyFindings(
      [finding('picture-missing', { src: hostile }, at(1))],
      { file: 'guide.md', text: source },
      plain,
    )
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
    expect(text).toContain('␛[2J')
  })

  it('are counted by severity, with what was silenced', () => {
    const all = [
      finding('directive-unclosed', { name: 'notes' }),
      missing(1),
      missing(2),
      finding('ignore-unused', { code: 'picture-alt' }),
    ]
    expect(countFindings(all, 4)).toBe('1 error, 2 warnings, 1 piece of advice, 4 silenced')
    expect(countFindings([], 0)).toBe('')
  })
})
