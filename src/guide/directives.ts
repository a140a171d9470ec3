import { closest, distance } from 'fastest-levenshtein'
import type { RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { finding, type Place } from '../finding/index.js'
import { attributePlace } from './attribute-place.js'
import { authoredPictures } from './authored-pictures.js'
import type { BlockContext } from './block-context.js'
import { DIRECTIVES, directiveName, isPassedOver, isWrapper } from './directive-names.js'
import { safeSlide } from './own-slide/index.js'
import { inlines, plainText } from './inline.js'
import type { Block, Callout, GlossaryEntry, Inline, Opening, Solution } from './model.js'
import { notesIn } from './nesting.js'
import { trim, withoutBreaks } from './tidy.js'

const EXERCISE_ATTRIBUTES = ['minutes', 'lines', 'how']

/** A heading that stands first in these is one of their blocks. */
const UNTITLED = new Set(['slide', 'notes', 'handout', 'columns', 'column', 'glossary'])

interface Opened {
  readonly name: string
  readonly id: string
  readonly place: Place
  /** The label between brackets, or the heading that stands first inside. */
  readonly title: readonly Inline[]
  readonly content: readonly RootContent[]
  readonly attributes: Readonly<Record<string, string | null | undefined>>
}

/** Titles of solutions that say no more than "Solution to exercise 1" does. */
const ITS_NAME =
  /^(?:the )?(?:(?:re)?solutions?|answers?|lösung(?:en)?|soluci(?:ón|ones)|soluç(?:ão|ões)|soluzion[ei]|ответы?|решение|解答|答案)\W*$/iu

function isItsName(title: readonly Inline[]): boolean {
  return ITS_NAME.test(plainText(title).trim())
}

/** A directive's blocks; what it means stands in guide-format section 3. */
export function directive(node: ContainerDirective, context: BlockContext): readonly Block[] {
  const name = directiveName(node.name)
  if (!name) return unknown(node, context)
  const opened = open(node, name, context)
  checkAttributes(opened, context)
  const { id, place, title, content } = opened
  const named = title.length > 0 ? { title } : {}
  const inner = () => withoutBreaks(context.blocks(content))
  switch (name) {
    case 'notes':
    case 'handout':
    case 'keypoints':
      return [{ kind: name, id, place, blocks: [...titleAsHeading(opened, context), ...inner()] }]
    case 'slide':
      return [ownSlide(id, place, slideMarkdown(node, place, context), context)]
    case 'exercise':
      return [exercise(opened, context)]
    case 'solution':
      return [{ kind: 'solution', id, place, ...(isItsName(title) ? {} : named), blocks: inner() }]
    case 'objectives':
    case 'questions':
    case 'prereq':
      context.opening({ kind: name, id, place, ...named, blocks: inner() } as Opening)
      return []
    case 'glossary':
      return [...titleAsHeading(opened, context), glossary(opened, context)]
    case 'columns':
      return [
        ...titleAsHeading(opened, context),
        { kind: 'columns', id, place, columns: columns(content, context) },
      ]
    case 'column':
      context.tell(finding('directive-misplaced', { name: 'column', expected: 'inside ":::columns"' }, place))
      return [...titleAsHeading(opened, context), ...inner()]
    default:
      return [{ kind: 'callout', id, place, tone: name as Callout['tone'], ...named, blocks: inner() }]
  }
}

/** What the author wrote between the fences, without the notes and without the marks of what the slide stands in. */
function slideMarkdown(node: ContainerDirective, place: Place, context: BlockContext): string {
  const notes = notesIn(node).map(context.placeOf)
  const kept: string[] = []
  for (let line = place.line + 1; line < (place.endLine ?? 0); line++) {
    if (notes.some((one) => one.line <= line && line <= (one.endLine ?? 0))) continue
    const text = context.sourceLines(line, line)
    const [marks = ''] = /^[ >]*/.exec(text) ?? []
    kept.push(text.slice(Math.min(marks.length, place.column - 1)))
  }
  return kept.join('\n')
}

function open(node: ContainerDirective, name: string, context: BlockContext): Opened {
  const attributes = node.attributes ?? {}
  const place = context.placeOf(node)
  const [first, ...rest] = node.children
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel
  const isHeading = first?.type === 'heading' && !UNTITLED.has(name)
  const title = first && (isLabel || isHeading) ? trim(inlines(first.children as never, context.inline)) : []
  return {
    name,
    id: attributes.id ? context.claimId(attributes.id, place) : context.nextId(),
    place,
    title,
    content: (isLabel || isHeading ? rest : node.children) as readonly RootContent[],
    attributes,
  }
}

function titleAsHeading({ title, place }: Opened, context: BlockContext): readonly Block[] {
  return title.length > 0 ? [{ kind: 'heading', id: context.nextId(), place, depth: 1, text: title }] : []
}

function unknown(node: ContainerDirective, context: BlockContext): readonly Block[] {
  if (!isWrapper(node.name)) {
    const nearest = closest(node.name, DIRECTIVES)
    const hint = distance(node.name, nearest) <= 2 ? { nearest } : {}
    context.tell(finding('directive-unknown', { name: node.name, ...hint }, context.placeOf(node)))
  }
  return withoutBreaks(context.blocks(node.children as readonly RootContent[]))
}

/** The author's Markdown as it stands, its pictures wanted like all others. */
function ownSlide(id: string, place: Place, written: string, context: BlockContext): Block {
  const markdown = safeSlide(written, place, context.tell)
  for (const { src, uses } of authoredPictures(markdown)) context.ownPicture(src, place, uses)
  return { kind: 'slide', id, place, markdown }
}

function checkAttributes({ name, attributes, place }: Opened, context: BlockContext): void {
  const known = ['id', 'class', ...(name === 'exercise' ? EXERCISE_ATTRIBUTES : [])]
  for (const attribute of Object.keys(attributes)) {
    if (known.includes(attribute) || isPassedOver(attribute)) continue
    const nearest = closest(attribute, known)
    const hint = distance(attribute, nearest) <= 2 ? { nearest } : {}
    const at = attributePlace(attribute, place, context)
    context.tell(finding('attribute-unknown', { name: attribute, of: `":::${name}"`, ...hint }, at))
  }
}

/** A whole number between two bounds, or nothing and a finding. */
export function wholeNumber(
  name: string,
  value: string | null | undefined,
  [least, most]: readonly [number, number],
  place: Place,
  context: Pick<BlockContext, 'tell' | 'sourceLines'>,
): number | undefined {
  if (value === null || value === undefined) return undefined
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number
  const expected = `a whole number from ${least} to ${most}`
  context.tell(finding('attribute-value', { name, expected }, attributePlace(name, place, context)))
  return undefined
}

function exercise({ id, place, title, content, attributes }: Opened, context: BlockContext): Block {
  const number = context.nextExercise()
  const minutes = wholeNumber('minutes', attributes.minutes, [1, 999], place, context)
  const lines = wholeNumber('lines', attributes.lines, [0, 60], place, context)
  const how = attributes.how?.trim()
  const inner = withoutBreaks(context.blocks(content))
  return {
    kind: 'exercise',
    id,
    place,
    number,
    title,
    ...(minutes === undefined ? {} : { minutes }),
    ...(lines === undefined ? {} : { lines }),
    ...(how ? { how } : {}),
    blocks: inner.filter((block) => block.kind !== 'solution'),
    solutions: inner.filter((block): block is Solution => block.kind === 'solution'),
  }
}

function columns(content: readonly RootContent[], context: BlockContext): readonly (readonly Block[])[] {
  const isColumn = (node: RootContent): node is ContainerDirective =>
    node.type === 'containerDirective' && node.name === 'column'
  const split: RootContent[][] = [[]]
  for (const node of content) {
    if (isColumn(node)) split.push([...(node.children as RootContent[])], [])
    else if (node.type === 'thematicBreak') split.push([])
    else split.at(-1)?.push(node)
  }
  const filled = split.filter((nodes) => nodes.length > 0)
  // Without marks of the author's, each block is a column of its own.
  const groups = filled.length > 1 ? filled : content.map((node) => [node])
  return groups.map((nodes) => withoutBreaks(context.blocks(nodes)))
}

const DASH = /^\s*(?:—|–|--?|:)\s*/

/** `**Term** — meaning`, one an item; whatever else stands there is kept as blocks. */
function glossary({ id, place, content }: Opened, context: BlockContext): Block {
  const entries: GlossaryEntry[] = []
  const others: Block[] = []
  for (const inner of withoutBreaks(context.blocks(content))) {
    const found =
      inner.kind === 'list' ? inner.items.map((item) => entry(item.id, item.place, item.blocks)) : []
    if (inner.kind === 'list' && found.every((one) => one !== undefined))
      entries.push(...(found as GlossaryEntry[]))
    else others.push(inner)
  }
  return { kind: 'glossary', id, place, entries, blocks: others }
}

function entry(id: string, place: Place, content: readonly Block[]): GlossaryEntry | undefined {
  const [only, ...more] = content
  if (only?.kind !== 'paragraph' || more.length > 0) return undefined
  const [term, ...rest] = only.text
  if (term?.type !== 'strong' || rest.length === 0) return undefined
  const [first, ...others] = rest
  const meaning =
    first?.type === 'text' ? [{ ...first, value: first.value.replace(DASH, '') }, ...others] : rest
  if (plainText(meaning) === '') return undefined
  return { id, place, term: term.children, meaning: trim(meaning) }
}
