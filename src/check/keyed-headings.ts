import type { Words } from '../words/index.js'
import type { KeyedHeading } from './compare-headings.js'
import type { ExpectedHeading } from './expected-headings.js'
import { normal } from './normal.js'

/** A heading as it stands in an artefact. */
export interface FoundHeading {
  readonly level: number
  readonly text: string
}

/** Makes a function that gives found headings the keys of the expected ones that they are; "Title 2 of 3" is none. */
export function keyedBy(
  expected: readonly ExpectedHeading[],
  words: Words,
): <Found extends FoundHeading>(found: readonly Found[]) => readonly (Found & KeyedHeading)[] {
  const plain = expected.filter((heading) => !heading.pattern).map((heading) => heading.key)
  const known = new Set(plain)
  const jumbled = new Map(plain.filter(isRightToLeft).map((key) => [sorted(key), key]))
  const patterns = expected.filter((heading) => heading.pattern)
  const continued = continuedMark(words)
  const exercise = normal(words.say('exercise', { n: 0 })).replace(/\p{N}+/u, '')

  function keyOf(text: string): string {
    const key = normal(text)
    // Paper sets numbers and labels before titles.
    const unlabelled = key.startsWith(exercise) ? withoutNumber(key.slice(exercise.length)) : key
    const found = [key, withoutNumber(key), unlabelled].find((one) => known.has(one))
    // Chromium writes bookmarks in the order in which the words are drawn.
    const turned = isRightToLeft(key) ? jumbled.get(sorted(key)) : undefined
    return found ?? turned ?? patterns.find(({ pattern }) => pattern?.test(key))?.key ?? key
  }

  return (found) =>
    found
      .filter(({ text }) => known.has(normal(text)) || !continued.test(text))
      .map((heading) => ({ ...heading, key: keyOf(heading.text) }))
}

function withoutNumber(key: string): string {
  return key.replace(/^\p{N}+/u, '')
}

function isRightToLeft(key: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(key)
}

function sorted(key: string): string {
  return [...key].toSorted().join('')
}

/** "Title 2 of 3": the heading stands on an earlier slide. */
function continuedMark(words: Words): RegExp {
  const phrase = words.say('partOf', { n: '\u0001', of: '\u0001' }).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`\\S\\s*${phrase.replaceAll('\u0001', '\\p{N}+').replace(/\s+/g, '\\s*')}\\s*$`, 'u')
}
