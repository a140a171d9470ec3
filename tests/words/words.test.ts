import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/words/index.js'

const folder = join(import.meta.dirname, '../../templates/words')
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
  it('has each plural form of its language where English tells one from many', () => {
    const { pluralCategories } = new Intl.PluralRules(name.replace('.json', '')).resolvedOptions()
    for (const key of Object.keys(english)) {
      const forms = own[key] ?? ''
      expect(typeof forms, key).toBe(typeof english[key])
      // Older versions of ICU know forms that newer ones dropped ("many" in Hebrew).
      if (typeof forms === 'object' && name !== 'he.json')
        expect(Object.keys(forms).toSorted()).toEqual(pluralCategories.toSorted())
    }
  })
})

describe('words', () => {
  it('speak the language of a region', () => {
    expect(wordsFor('de-AT').say('minutes', { n: 1 })).toBe('1 Minute')
    expect(wordsFor('pt-PT').say('exercises', { n: 2 })).toBe('2 exercícios')
  })
  it('speak at least the fourteen languages that the contract names', () => {
    const spoken = 'en de fr es pt it nl pl ar he hi ja zh ko'.split(' ')
    expect(spoken.filter((lang) => wordsFor(lang).lang !== lang)).toEqual([])
  })
  it('know every plural of a language', () => {
    const polish = wordsFor('pl')
    expect([1, 3, 5, 22].map((n) => polish.say('minutes', { n }))).toEqual([
      '1 minuta', '3 minuty', '5 minut', '22 minuty',
    ]) // prettier-ignore
    expect(wordsFor('ar').say('exercises', { n: 2 })).toBe('تمرينان')
  })
  it('write Chinese in the script of the region', () => {
    expect(wordsFor('zh-TW').say('contents')).toBe('目錄')
    expect(wordsFor('zh-Hant-HK').say('contents')).toBe('目錄')
    expect(wordsFor('zh-CN').say('contents')).toBe('目录')
  })
  it('are English, with English digits, where no translation is at hand', () => {
    expect(wordsFor('mr').say('minutes', { n: 12 })).toBe('12 minutes')
    expect(wordsFor('mr').lang).toBe('en')
  })
  it('are English where no font has the letters of the translation', () => {
    const latinAlone = (text: string) => !/[\p{Script=Han}]/u.test(text)
    expect(wordsFor('zh', latinAlone).say('contents')).toBe('Contents')
    expect(wordsFor('de', latinAlone).say('contents')).toBe('Inhalt')
  })
  it('write days out', () => {
    expect(wordsFor('en-GB').date('2026-11-24')).toBe('24 November 2026')
    expect(wordsFor('fr').date('2026-11-24')).toBe('24 novembre 2026')
  })
})
