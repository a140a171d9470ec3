import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../src/cli/code-frame.js'

function frame(source: string, [line, column, endLine, endColumn]: readonly number[]): string {
  const end = endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn }
  return codeFrame(source.split('\n'), { file: 'guide.md', line: line ?? 1, column: column ?? 1, ...end })
}

describe('a code frame', () => {
  it('shows two lines before and after, and marks what is meant', () => {
    const source = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n')
    expect(frame(source, [9, 1, 9, 5])).toBe(
      [
        '   7 | line 7',
        '   8 | line 8',
        '>  9 | line 9',
        '     | ^^^^',
        '  10 | line 10',
        '  11 | line 11',
      ].join('\n'),
    )
  })

  it('marks the rest of the first line of a longer range, and one letter of none', () => {
    expect(frame('## Head\ntext', [1, 4, 2, 3])).toContain('> 1 | ## Head\n    |    ^^^^\n')
    expect(frame('abc', [1, 2])).toContain('> 1 | abc\n    |  ^')
    expect(frame('abc', [1, 4, 1, 4])).toContain('> 1 | abc\n    |    ^')
  })

  it('spreads tabs, and counts wide letters as two columns', () => {
    expect(frame('\tx\ty', [1, 4, 1, 5])).toContain('> 1 |     x   y\n    |         ^')
    expect(frame('漢字🎉 x', [1, 6, 1, 7])).toContain(`> 1 | 漢字🎉 x\n    | ${' '.repeat(7)}^`)
    expect(frame('e\u0301a x', [1, 5, 1, 6])).toContain('> 1 | e\u0301a x\n    |    ^')
    expect(frame('👩‍🚀👩‍🚀', [1, 6, 1, 11])).toContain('    |   ^^')
  })

  it('shows what a terminal would obey', () => {
    expect(frame('a\u001B[2Jb', [1, 6, 1, 7])).toContain('> 1 | a␛[2Jb\n    |      ^')
    expect(frame('\u202Eab', [1, 2, 1, 3])).toContain('> 1 | <U+202E>ab\n    |         ^')
  })

  it('cuts a long line around the place', () => {
    const long = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`
    const [shown = '', mark = ''] = frame(long, [1, 501, 1, 505]).split('\n')
    expect(shown).toBe(`> 1 | …${'a'.repeat(30)}HERE${'b'.repeat(66)}…`)
    expect(mark).toBe(`    | ${' '.repeat(31)}^^^^`)
    expect(frame(long, [1, 3]).split('\n')[0]).toBe(`> 1 | ${'a'.repeat(100)}…`)
  })

  it('cuts a line of wide letters and of pairs at no half of one', () => {
    for (const letter of ['漢', '🎉', '👩‍🚀']) {
      const long = letter.repeat(400)
      for (const at of [1, 150, 151, 152, 300]) {
        const [shown = ''] = frame(long, [1, at * letter.length + 1]).split('\n')
        expect(
          shown
            .replace(/^> 1 \| /, '')
            .replaceAll('…', '')
            .replaceAll(letter, ''),
        ).toBe('')
      }
    }
  })

  it('looks at no more of a line than it shows', () => {
    const huge = 'x'.repeat(20_000_000)
    expect(frame(huge, [1, 19_000_000]).length).toBeLessThan(300)
  })

  it('is empty where the source has no such line', () => expect(frame('a', [7, 1])).toBe(''))
})
