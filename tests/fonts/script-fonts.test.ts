import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageToInstall, scriptFonts } from '../../src/fonts/index.js'

const someFont = join(
  import.meta.dirname,
  '../../templates/shared/fonts/ibm-plex-sans/ibm-plex-sans-greek-400-normal.woff2',
)
let project: string

/** A package as the registry has it: a file a part, and which letters each part has. */
function install(name: string, parts: Record<string, string>, weights: readonly number[]): void {
  const folder = join(project, 'node_modules/@fontsource', name)
  mkdirSync(join(folder, 'files'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `@fontsource/${name}` }))
  writeFileSync(join(folder, 'unicode.json'), JSON.stringify(parts))
  for (const part of Object.keys(parts)) {
    for (const weight of weights) {
      copyFileSync(
        someFont,
        join(folder, 'files', `${name}-${part.replace(/[[\]]/g, '')}-${weight}-normal.woff2`),
      )
    }
  }
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'script-fonts-'))
})
afterEach(() => rmSync(project, { recursive: true, force: true }))

describe('fonts of the project', () => {
  it('are embedded part by part, those alone whose letters the text has', () => {
    install('noto-sans-sc', { '[1]': 'U+4e00-4eff', '[2]': 'U+5f00-5fff' }, [400, 600])
    const { css, covers } = scriptFonts('an 一 and nothing else', 'zh', [project])
    expect(css.match(/font-weight: \d+/g)).toEqual(['font-weight: 400', 'font-weight: 600'])
    expect(css).toContain('unicode-range: U+4e00-4eff')
    expect(css).not.toContain('U+5f00')
    expect([covers('一'), covers('开')]).toEqual([true, false])
  })
  it('are found from folders above the guide, too', () => {
    install('noto-sans-thai', { thai: 'U+0e01-0e5b' }, [400])
    const below = join(project, 'guides/one')
    mkdirSync(below, { recursive: true })
    expect(scriptFonts('ไทย', 'th', [below]).css).toContain("font-family: 'Script Sans'")
  })
  it('give the serif to the voice where it is installed', () => {
    install('noto-sans-sc', { '[1]': 'U+4e00-4eff' }, [400])
    install('noto-serif-sc', { '[1]': 'U+4e00-4eff' }, [400])
    const { css } = scriptFonts('一', 'zh', [project])
    expect(css.match(/'Script \w+'/g)).toEqual(["'Script Sans'", "'Script Serif'"])
  })
  it('are not asked for where our own have the letters', () => {
    install('noto-sans-sc', { latin: 'U+0000-00ff' }, [400])
    expect(scriptFonts('plain words, Ελληνικά', 'en', [project]).css).toBe('')
  })
  it('tell where they were looked for', () => {
    const { asked } = scriptFonts('ไทย', 'th', [join(project, 'a')])
    expect(asked).toContain(join(project, 'a/node_modules/@fontsource/noto-sans-thai/package.json'))
    expect(asked).toContain(join(project, 'node_modules/@fontsource/noto-sans-thai/package.json'))
    expect(scriptFonts('plain', 'en', [project]).asked).toEqual([])
  })
  it('are passed over where the package is broken', () => {
    const folder = join(project, 'node_modules/@fontsource/noto-sans-sc')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{}')
    writeFileSync(join(folder, 'unicode.json'), 'not JSON')
    expect(scriptFonts('一', 'zh', [project]).covers('一')).toBe(false)
  })
})

describe('the package to install', () => {
  it.each([
    ['开', 'zh', '@fontsource/noto-sans-sc'],
    ['開', 'zh-TW', '@fontsource/noto-sans-tc'],
    ['開', 'ja', '@fontsource/noto-sans-jp'],
    ['。', 'ko', '@fontsource/noto-sans-kr'],
    ['ह', 'mr', '@fontsource/noto-sans-devanagari'],
    ['한', 'en', '@fontsource/noto-sans-kr'],
    ['a', 'en', undefined],
  ])('of %s in %s is %s', (letter, lang, name) => {
    expect(packageToInstall(letter, lang)).toBe(name)
  })
})
