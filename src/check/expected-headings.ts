import type { Place } from '../finding/index.js'
import { isAuthored, plainRuns } from '../guide/ledger.js'
import type { Block, Guide, Inline, Part } from '../guide/model.js'
import type { Words } from '../words/index.js'
import { normal } from './normal.js'

/** A heading that must stand once in an artefact. */
export interface ExpectedHeading {
  readonly what: 'section' | 'part' | 'exercise' | 'list of key points'
  readonly text: string
  /** What of it is compared; maths in it is any text, the mark of a footnote any number. */
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
    const between = has(title, 'inlineMath') ? '.*' : has(title, 'footnoteReference') ? '\\p{N}*' : undefined
    headings.push({
      what,
      text: runs.join(' … '),
      key: parts.join('…'),
      ...(between === undefined && parts.length === 1 ? {} : { pattern: patternOf(parts, between ?? '.*') }),
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

function patternOf(parts: readonly string[], between: string): RegExp {
  const text = parts.join(between)
  return new RegExp(between === '.*' ? text : `^\\p{N}*${text}\\p{N}*$`, 'u')
}

function has(inlines: readonly Inline[], type: string): boolean {
  return inlines.some((one) => one.type === type || ('children' in one && has(one.children, type)))
}
