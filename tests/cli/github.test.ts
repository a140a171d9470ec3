import { describe, expect, it } from 'vitest'
import { githubCommands } from '../../src/cli/report-github.js'
import { finding } from '../../src/finding/index.js'

describe("GitHub's workflow commands", () => {
  it('carry file, lines, columns, code and hint', () => {
    const place = { file: 'a/guide.md', line: 3, column: 5, endLine: 3, endColumn: 9 }
    expect(githubCommands([finding('picture-alt', { src: 'x.png' }, place)])).toBe(
      '::warning file=a/guide.md,line=3,endLine=3,col=5,endColumn=9,title=picture-alt::The picture "x.png" has no alternative text.%0ASay between the square brackets what it shows.',
    )
  })

  it('leave columns out of a range of lines, and the place where there is none', () => {
    const place = { file: 'guide.md', line: 3, column: 5, endLine: 8, endColumn: 4 }
    expect(githubCommands([finding('directive-stray', {}, place)])).toContain(
      '::warning file=guide.md,line=3,endLine=8,title=directive-stray::',
    )
    expect(githubCommands([finding('browser-failed', { reason: 'gone' })])).toMatch(
      /^::error title=browser-failed::The browser failed: gone/,
    )
  })

  it('are one for many that say the same, since GitHub shows ten', () => {
    const lines = [3, 5, 7, 9]
    const missing = lines.map((line) =>
      finding('picture-missing', { src: `${line}.png` }, { file: 'guide.md', line, column: 1 }),
    )
    expect(githubCommands(missing)).toBe(
      '::warning file=guide.md,line=3,col=1,title=picture-missing::The picture "3.png" was not found; a labelled box stands in its place.%0APaths count from the folder of the guide.%0Aand 3 more: lines 5, 7, 9',
    )
    expect(githubCommands(missing.slice(1)).split('\n')).toHaveLength(3)
  })

  it('are notices for advice', () => {
    expect(githubCommands([finding('ignore-unused', { code: 'picture-alt' })])).toMatch(
      /^::notice title=ignore-unused::/,
    )
  })

  it('cannot be broken out of', () => {
    const place = { file: 'a,b:c%\n::error::.md', line: 1, column: 1 }
    const text = githubCommands([finding('picture-missing', { src: '100%\r\n::set-env name=x::y' }, place)])
    expect(text.split('\n')).toHaveLength(1)
    expect(text).toContain('file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.md,')
    expect(text).toContain('"100%25%0D%0A::set-env name=x::y"')
  })
})
