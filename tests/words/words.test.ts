import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/words/index.js'

const folder = join(import.meta.dirname, '../../src/words')
const languages = readdirSync(folder).filter((name) => name.endsWith('.json'))
const phrases = (name: string): Record<string, string | Record<string, string>> =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'))
const holes = (phrase: string | Record<string, string> = ''): string =>
  [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g))].toSorted().join()

describe.each(languages)('%s', (name) => {
  const english = phrases('en.json')
  const own = phrases(name)

  it('has every phrase, in the order of the English ones', () => {
    expect(Object.keys(own)).toEqual(Object.keys(english))
  })
  it('fills in the same values', () => {
    expect(Object.fromEntries(Object.entries(own).map(([key, phrase]) => [key, holes(phrase)]))).toEqual(
      Object.fromEntries(Object.entries(english).map(([key, phrase]) => [key, holes(phrase)])),
    )
  })
  it('tells one from many where English does', () => {
    expect(Object.keys(own).filter((key) => typeof own[key] === 'object')).toEqual(
      Object.keys(english).filter((key) => typeof english[key] === 'object'),
    )
  })
})

describe('words', () => {
  it('speak the language of a region', () => {
    expect(wordsFor('de-AT').say('minutes', { n: 1 })).toBe('1 Minute')
    expect(wordsFor('pt-PT').say('exercises', { n: 2 })).toBe('2 exercícios')
  })
  it('are English, with English digits, where no translation is at hand', () => {
    expect(wordsFor('ar').say('minutes', { n: 12 })).toBe('12 minutes')
    expect(wordsFor('ar').lang).toBe('en')
  })
  it('write days out', () => {
    expect(wordsFor('en-GB').date('2026-11-24')).toBe('24 November 2026')
    expect(wordsFor('fr').date('2026-11-24')).toBe('24 novembre 2026')
  })
})
