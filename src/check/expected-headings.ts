import type { Place } from '../finding/index.js'
import { isAuthored, plainRuns } from '../guide/ledger.js'
import type { Block, Guide, Inline, Part } from '../guide/model.js'
import type { Words } from '../words/index.js'
import { normal } from './normal.js'

/** A heading that must stand once in an artefact. */
export interface ExpectedHeading {
  readonly what: 'section' | 'part' | 'exercise' | 'list of key points'
  readonly text: string
  /** What of it is compared; maths in it is any text. */
  readonly key: string
  readonly pattern?: RegExp
  /** Its level in the deck; paper is free. */
  readonly level: 1 | 2
  readonly place: Place
  /** Id of the section that it is in; absent in the introduction. */
  readonly section?: string
  /** The author's own slide stands for it in the deck, and may have any heading, or none. */
  readonly authored: boolean
}

/** Sections, parts, exercises and lists of key points, in the guide's order. */
export function expectedHeadings(guide: Guide, words: Words): readonly ExpectedHeading[] {
  const headings: ExpectedHeading[] = []
  let section: string | undefined

  function put(
    what: ExpectedHeading['what'],
    title: readonly Inline[],
    place: Place,
    more: { readonly level?: 1; readonly authored?: boolean } = {},
  ): void {
    const runs = plainRuns(title)
    const parts = runs.map(normal)
    if (parts.length === 0) return
    const whole = parts.length === 1 && !title.some(hasMaths)
    headings.push({
      what,
      text: runs.join(' … '),
      key: parts.join('…'),
      ...(whole ? {} : { pattern: new RegExp(parts.join('.*'), 'u') }),
      level: more.level ?? 2,
      place,
      ...(section === undefined ? {} : { section }),
      authored: more.authored ?? false,
    })
  }

  function putBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'exercise') {
        put('exercise', block.title, block.place)
        putBlocks(block.blocks)
      } else if (block.kind === 'keypoints') {
        put('list of key points', [{ type: 'text', value: words.say('keyPoints') }], block.place)
      } else if (block.kind === 'columns') block.columns.forEach(putBlocks)
      else if (block.kind === 'list') block.items.forEach((item) => putBlocks(item.blocks))
      else if (block.kind === 'callout' || block.kind === 'quote' || block.kind === 'handout')
        putBlocks(block.blocks)
    }
  }

  function putPart(part: Part): void {
    if (part.headed) put('part', part.title, part.place, { authored: isAuthored(part) })
    putBlocks(part.blocks)
  }

  if (guide.introduction) putPart(guide.introduction)
  for (const one of guide.sections) {
    section = one.id
    put('section', one.title, one.place, { level: 1 })
    one.parts.forEach(putPart)
  }
  return headings
}

function hasMaths(inline: Inline): boolean {
  return (inline.type as string) === 'inlineMath' || ('children' in inline && inline.children.some(hasMaths))
}
