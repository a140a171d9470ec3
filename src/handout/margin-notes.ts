import type { Block, Paragraph } from '../guide/index.js'
import type { Edition } from './edition.js'
import { inlineHtml } from './inline.js'
import { addressKey, isWebLink } from './links.js'
import type { NoteView } from './views.js'
import { isOnHandout } from './visible.js'
import { deepBlocks, deepInlines } from './walk.js'

/** What stands beside a paragraph: the terms that it uses first, the numbers of the links in it. */
export function notesBeside(paragraph: Paragraph, edition: Edition): readonly NoteView[] {
  const terms = (edition.firstUses.get(paragraph.id) ?? []).map(({ term, meaning }) => ({
    label: inlineHtml(term, edition, { isMention: true }),
    html: inlineHtml(meaning, edition, { isMention: true }),
  }))
  const numbers = deepInlines(paragraph.text)
    .filter(isWebLink)
    .flatMap(({ url }) => edition.linkNumbers.get(addressKey(url)) ?? [])
  return [...terms, ...linkNote([...new Set(numbers)], edition)]
}

/** The notes of every paragraph in some blocks, for the block of the column that holds them. */
export function notesIn(blocks: readonly Block[], edition: Edition): readonly NoteView[] {
  return deepBlocks(blocks, (block) => !isOnHandout(block))
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .flatMap((paragraph) => notesBeside(paragraph, edition))
}

function linkNote(numbers: readonly number[], { words }: Edition): readonly NoteView[] {
  if (numbers.length === 0) return []
  const n = numbers.map((number) => words.number(number)).join(', ')
  return [{ label: words.say(numbers.length === 1 ? 'link' : 'linksNumbered', { n }), html: '' }]
}
