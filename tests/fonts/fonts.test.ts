import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { embedFonts, fontFaces, hasLastResort, uncoveredCharacters } from '../../src/fonts/index.js'

const count = (css: string): number => css.split('@font-face').length - 1

describe('fontFaces', () => {
  it('gives the Latin faces to every text', () => {
    const css = fontFaces('')
    for (const family of ['Source Serif 4', 'IBM Plex Sans', 'IBM Plex Mono'])
      expect(css).toContain(`'${family}'`)
    expect(css).not.toContain('Arabic')
    expect(count(css)).toBe(9)
  })

  it('adds a script only where a character asks for it', () => {
    expect(count(fontFaces('Größe – “quoted” …'))).toBe(9)
    expect(fontFaces('Привет').split('U+0400-045F').length).toBe(10)
    expect(fontFaces('ما معنى')).toContain('Noto Naskh Arabic')
    expect(fontFaces('שלום')).toContain('Noto Sans Hebrew')
    expect(fontFaces('a\u2011b')).not.toContain('Arabic')
  })

  it('adds none for the signs that stand for pages to come', () => {
    expect(fontFaces('Handout, page \uFDD43\uFDD5')).toBe(fontFaces(''))
  })

  it('is the same text each time and loads nothing from a network', () => {
    expect(fontFaces('Ελληνικά')).toBe(fontFaces('Ελληνικά'))
    expect(fontFaces('Ελληνικά').match(/url\((?!data:font\/woff2)/)).toBeNull()
  })

  it('adds the font of formulas on request', () => {
    expect(fontFaces('x', { formulas: true })).toContain('DejaVu Math TeX Gyre')
    expect(fontFaces('x')).not.toContain('DejaVu Math TeX Gyre')
  })
})

describe('embedFonts', () => {
  const svg = readFileSync(new URL('../../content/open-source-ai/ladder.svg', import.meta.url), 'utf8')

  it('embeds the faces that the labels name, right after the root', () => {
    const out = embedFonts(svg)
    expect(out).toMatch(/^<svg [^>]*><style>@font-face/)
    expect(out).toContain("'Source Serif 4'")
    expect(out).not.toContain("'IBM Plex Mono'")
    expect(out.replace(/<style>[\s\S]*?<\/style>/, '')).toBe(svg)
  })

  it('leaves other pictures as they are', () => {
    for (const other of ['<svg xmlns="x"><text>IBM</text></svg>', '<svg/>', 'no picture']) {
      expect(embedFonts(other)).toBe(other)
    }
  })

  it('reads character references', () => {
    const out = embedFonts('<svg font-family="IBM Plex Sans"><text>&#x416;</text></svg>')
    expect(out).toContain('U+0400-045F')
  })
})

describe('uncoveredCharacters', () => {
  it('names what no face can draw', () => {
    expect(uncoveredCharacters('aé漢a→')).toEqual(['漢', '→'])
  })
})

describe('the font of last resort', () => {
  it('has what its character map has, and no more of a script than that', () => {
    expect([...'→⌘Ծ໑￼𝔸'].filter((sign) => !hasLastResort(sign))).toEqual([])
    expect([...'漢๏।🮿'].filter(hasLastResort)).toEqual([])
  })
})
