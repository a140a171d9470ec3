import type { WordKey, Words } from '../words/index.js'
import type { Edition } from './edition.js'
import { escapeHtml } from './escape.js'

// Private-use characters, which no phrase holds, stand for the markup while the phrase is escaped.
const FIRST_SENTINEL = 0xe000

/** A phrase as HTML; the values are HTML already. */
export function sayHtml(words: Words, key: WordKey, values: Readonly<Record<string, string>>): string {
  const names = Object.keys(values)
  const sentinel = (index: number): string => String.fromCharCode(FIRST_SENTINEL + index)
  const phrase = words.say(key, Object.fromEntries(names.map((name, index) => [name, sentinel(index)])))
  return names.reduce(
    (html, name, index) => html.replaceAll(sentinel(index), () => values[name] ?? ''),
    escapeHtml(phrase),
  )
}

/** "3", "3 and 4", "3 to 6": whole numbers in ascending order, in the language's digits. */
export function numberRange(words: Words, numbers: readonly number[]): string {
  const from = Math.min(...numbers)
  const to = Math.max(...numbers)
  if (from === to) return words.number(from)
  return words.say(to - from === 1 ? 'pair' : 'range', { from, to })
}

/** "Slide 12", "Slides 12 to 14"; '' for none. */
export function slidesPhrase(words: Words, numbers: readonly number[]): string {
  if (numbers.length === 0) return ''
  const n = numberRange(words, numbers)
  return words.say(Math.min(...numbers) === Math.max(...numbers) ? 'slide' : 'slides', { n })
}

/** The handout's page of something, in an edition whose own pages are others; '' in all else. */
export function elsewhereLine(
  id: string,
  { elsewhere, words }: Pick<Edition, 'elsewhere' | 'words'>,
): string {
  const page = elsewhere.get(id)
  return page === undefined ? '' : words.say('handoutPage', { n: words.number(page) })
}

/** "Handout, page 4", "Handout, pages 3 and 4"; '' for none. */
export function handoutPhrase(words: Words, pages: readonly number[]): string {
  if (pages.length === 0) return ''
  const n = numberRange(words, pages)
  return words.say(Math.min(...pages) === Math.max(...pages) ? 'handoutPage' : 'handoutPages', { n })
}
