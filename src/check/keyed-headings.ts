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
  const known = new Set(expected.filter((heading) => !heading.pattern).map((heading) => heading.key))
  const patterns = expected.filter((heading) => heading.pattern)
  return (found) =>
    found
      .filter(({ text }) => known.has(normal(text)) || !isContinued(text, words))
      .map((heading) => ({ ...heading, key: keyOf(heading.text, known, patterns, words) }))
}

/** The expected heading that a found one is: paper sets numbers and labels before titles. */
function keyOf(
  text: string,
  known: ReadonlySet<string>,
  patterns: readonly ExpectedHeading[],
  words: Words,
): string {
  const key = normal(text)
  const exercise = normal(words.say('exercise', { n: 0 })).replace(/\p{N}+/u, '')
  const bare = key.replace(/^\p{N}+/u, '')
  const unlabelled = key.startsWith(exercise) ? key.slice(exercise.length).replace(/^\p{N}+/u, '') : key
  const found = [key, bare, unlabelled].find((one) => known.has(one))
  return found ?? patterns.find(({ pattern }) => pattern?.test(key))?.key ?? key
}

/** "Title 2 of 3": the heading stands on an earlier slide. */
function isContinued(text: string, words: Words): boolean {
  const phrase = words.say('partOf', { n: '\u0001', of: '\u0001' }).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `\\S\\s*${phrase.replaceAll('\u0001', '\\p{N}+').replace(/\s+/g, '\\s*')}\\s*$`,
    'u',
  ).test(text)
}
