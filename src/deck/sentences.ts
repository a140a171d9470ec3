import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { plainText, type Inline } from '../guide/index.js'

/** A lead sentence may have this many words, or this many characters in scripts without blanks between words. */
const LEAD_WORDS = 20
const LEAD_CHARACTERS = 40

const SCRIPTS_WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Ends of segments that end no sentence: abbreviations of many languages, initials. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Fig|Sec|vol|p|pp|z\. ?B|d\. ?h|bzw|usw|u\. ?a|Abb|Art|Ex|par ex|p\. ?ej|Sr|Sra|\p{Lu})\.\s*$/u

/** Running text cut into its first sentence and the rest, marks kept. */
export function firstSentence(
  text: readonly Inline[],
  lang: string,
): { first: readonly Inline[]; rest: readonly Inline[] } {
  const whole = toString(text as PhrasingContent[], { includeImageAlt: false, includeHtml: false })
  return splitAt(text, endOfFirstSentence(whole, lang))
}

/** Offset after the first sentence, its white space included. */
export function endOfFirstSentence(text: string, lang: string): number {
  // The segmenter takes the end of a line for the end of a sentence.
  const whole = text.replace(/[\n\r\u2028\u2029]/g, ' ')
  const segments = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(whole)]
  let end = 0
  for (let index = 0; index < segments.length; index++) {
    const { segment } = segments[index] as Intl.SegmentData
    end += segment.length
    const next = segments[index + 1]?.segment
    if (next === undefined) break
    // A number alone is an item's ("3. Then …"), not a sentence.
    const isNumber = !/\p{L}/u.test(whole.slice(0, end))
    const goesOn =
      isNumber || ABBREVIATION.test(whole.slice(0, end)) || /^[\p{Ll}\d)]/u.test(next.trimStart())
    if (segment.trim() !== '' && !goesOn) break
  }
  return end
}

/** Cuts running text at an offset of its plain text. */
export function splitAt(
  text: readonly Inline[],
  offset: number,
): { first: readonly Inline[]; rest: readonly Inline[] } {
  const first: Inline[] = []
  const rest: Inline[] = []
  let left = offset
  for (const node of text) {
    const length = toString(node, { includeImageAlt: false, includeHtml: false }).length
    if (length <= left && (length > 0 || left > 0)) first.push(node)
    else if (left <= 0) rest.push(node)
    else if (node.type === 'text') {
      first.push({ ...node, value: node.value.slice(0, left) })
      rest.push({ ...node, value: node.value.slice(left) })
    } else if ('children' in node) {
      const inner = splitAt(node.children as readonly Inline[], left)
      if (inner.first.length > 0) first.push({ ...node, children: inner.first } as Inline)
      if (inner.rest.length > 0) rest.push({ ...node, children: inner.rest } as Inline)
    } else first.push(node)
    left -= length
  }
  return { first: trimEnd(first), rest: trimEnd(rest) }
}

function trimEnd(nodes: readonly Inline[]): readonly Inline[] {
  const last = nodes.at(-1)
  if (last?.type === 'text') {
    const value = last.value.trimEnd()
    return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }]
  }
  return last?.type === 'break' ? trimEnd(nodes.slice(0, -1)) : nodes
}

/** Words of a text; in scripts without blanks, characters count two to a word, as 40 characters stand for 20 words. */
export function wordCount(text: string): number {
  const dense = [...text].filter((character) => SCRIPTS_WITHOUT_BLANKS.test(character)).length
  const others = text
    .replace(new RegExp(SCRIPTS_WITHOUT_BLANKS, 'gu'), ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return others.length + Math.ceil((dense * LEAD_WORDS) / LEAD_CHARACTERS)
}

/** Whether running text is short enough to stand on a slide as a lead. */
export function isShort(text: readonly Inline[], most = LEAD_WORDS): boolean {
  const words = plainText(text)
  return words !== '' && wordCount(words) <= most
}
