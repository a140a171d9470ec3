import type { Text } from 'mdast'
import {
  plainText,
  type Block,
  type Glossary,
  type GlossaryEntry,
  type Guide,
  type Inline,
} from '../guide/index.js'
import { deepBlocks, innerBlocks } from './walk.js'
import { isOnHandout, stretches } from './visible.js'

/** Scripts without blanks between words: a term is found inside a run of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

const LETTER = '[\\p{L}\\p{N}\\p{M}]'

/** Every glossary of the guide, in reading order. */
export function glossariesOf(guide: Guide): readonly Glossary[] {
  const all = stretches(guide).flatMap(({ blocks }) => deepBlocks(blocks))
  return all.filter((block): block is Glossary => block.kind === 'glossary')
}

/** Finds the terms of a glossary in running text. */
export interface TermFinder {
  /** Text cut at the terms in it, longest first, so that "training" is not found in "training data". */
  split(text: string): readonly { readonly text: string; readonly entry?: GlossaryEntry }[]
}

/** A finder for some entries; whole words, upper and lower case alike. */
export function termFinder(entries: readonly GlossaryEntry[]): TermFinder | undefined {
  const byTerm = new Map<string, GlossaryEntry>()
  for (const entry of entries) {
    const term = plainText(entry.term)
    if (term && !byTerm.has(term.toLowerCase())) byTerm.set(term.toLowerCase(), entry)
  }
  if (byTerm.size === 0) return undefined
  const pattern = patternOf([...byTerm.keys()].toSorted((a, b) => b.length - a.length))
  return {
    split: (text) =>
      text.split(pattern).flatMap((piece, index) => {
        if (piece === '') return []
        const entry = index % 2 === 1 ? byTerm.get(piece.toLowerCase().replace(/\s+/g, ' ')) : undefined
        return [{ text: piece, ...(entry ? { entry } : {}) }]
      }),
  }
}

/** The classes of letters stand in the pattern once: each costs milliseconds to compile. */
function patternOf(terms: readonly string[]): RegExp {
  const spaced = terms.filter((term) => !UNSPACED.test(term)).map(escaped)
  const unspaced = terms.filter((term) => UNSPACED.test(term)).map(escaped)
  const whole = spaced.length > 0 ? [`(?<!${LETTER})(?:${spaced.join('|')})(?!${LETTER})`] : []
  return new RegExp(`(${[...unspaced, ...whole].join('|')})`, 'giu')
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
}

/**
 * By paragraph id, the glossary entries whose term stands in it for the first time in the participants' edition.
 * Headings, tables, key points and solutions do not count: the margin beside them is taken, or they come late.
 */
export function firstUses(guide: Guide): ReadonlyMap<string, readonly GlossaryEntry[]> {
  const finder = termFinder(glossariesOf(guide).flatMap(({ entries }) => entries))
  const uses = new Map<string, readonly GlossaryEntry[]>()
  if (!finder) return uses
  const seen = new Set<GlossaryEntry>()
  const isPassedOver = (block: Block): boolean => !isOnHandout(block) || block.kind === 'keypoints'
  for (const { blocks } of stretches(guide)) {
    for (const block of deepBlocks(blocks, isPassedOver)) {
      if (block.kind !== 'paragraph') continue
      const found = textsOf(block.text)
        .flatMap((text) => finder.split(text.value))
        .flatMap(({ entry }) => (entry && !seen.has(entry) ? [entry] : []))
      const fresh = [...new Set(found)]
      fresh.forEach((entry) => seen.add(entry))
      if (fresh.length > 0) uses.set(block.id, fresh)
    }
  }
  return uses
}

/** The texts that a term may be found in: not those of links, whose own line marks them already. */
function textsOf(nodes: readonly Inline[]): readonly Text[] {
  return nodes.flatMap((node): readonly Text[] => {
    if (node.type === 'text') return [node]
    return 'children' in node && node.type !== 'link' ? textsOf(node.children) : []
  })
}

/** Running text with the first use of each entry set as a term (`dfn`). */
export function markTerms(
  nodes: readonly Inline[],
  entries: readonly GlossaryEntry[],
  finder: TermFinder,
): readonly Inline[] {
  const left = new Set(entries)
  const mark = (list: readonly Inline[]): readonly Inline[] =>
    list.flatMap((node): readonly Inline[] => {
      if (node.type === 'text') return markText(node)
      if (!('children' in node) || node.type === 'link') return [node]
      const children = mark(node.children)
      // An emphasised term is a term, not an emphasis.
      const only = children[0]
      return node.type === 'emphasis' && children.length === 1 && only && isTerm(only)
        ? [only]
        : [{ ...node, children } as Inline]
    })
  const markText = (node: Text): readonly Inline[] =>
    finder.split(node.value).map(({ text, entry }): Inline => {
      const value: Text = { type: 'text', value: text }
      return entry && left.delete(entry)
        ? { type: 'emphasis', data: { hName: 'dfn' }, children: [value] }
        : value
    })
  return mark(nodes)
}

function isTerm(node: Inline): boolean {
  return node.type === 'emphasis' && node.data?.hName === 'dfn'
}

/** What stood in the glossaries beside their entries. */
export function glossaryRest(glossaries: readonly Glossary[]): readonly Block[] {
  return glossaries.flatMap(innerBlocks)
}
