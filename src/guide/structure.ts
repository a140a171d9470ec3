import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Image,
  Link,
  Node,
  Root,
} from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { finding, type Finding, type Place } from '../finding/index.js'
import type { WantedPicture } from './assets.js'
import { trailingAttributes, type Attributes } from './attributes.js'
import type { BlockContext } from './block-context.js'
import { blocks } from './blocks.js'
import type { FrontMatter } from './front-matter/index.js'
import { createFootnoteMarks } from './footnote-marks.js'
import { headingAttributes } from './heading-attributes.js'
import { anchorsOf } from './html/index.js'
import { withWordedHeadings } from './headings.js'
import { createIds } from './ids.js'
import { inlines, plainText } from './inline.js'
import { settleInnerLinks, withHeadingNames } from './inner-links.js'
import type { Footnote, Guide, Inline, Opening, Part, Priority, Section } from './model.js'
import { guessLanguage } from './language.js'
import { outline, type SectionOutline } from './outline.js'
import { withoutOwnContents } from './own-contents.js'
import { trim } from './tidy.js'

export interface StructureInput {
  readonly root: Root
  readonly source: string
  readonly file: string
  readonly frontMatter: FrontMatter
  readonly fallbackTitle: string
  /** By type and identifier: `definition:x`, `footnoteDefinition:x`. */
  readonly definitions: ReadonlyMap<string, Definition | FootnoteDefinition>
  readonly tell: (finding: Finding) => void
}

export interface Structure {
  readonly guide: Omit<Guide, 'file' | 'name' | 'hash' | 'sectionHashes' | 'frontMatter' | 'assets'>
  /** By `src` as written. */
  readonly pictures: ReadonlyMap<string, WantedPicture>
}

interface Headed {
  readonly id: string
  readonly title: readonly Inline[]
  readonly place: Place
  readonly minutes?: number
  readonly layout?: string
  readonly priority?: Priority
}

/** Builds the guide from its parsed Markdown: title, sections, parts, blocks, footnotes. */
export function build(input: StructureInput): Structure {
  const { root, file, tell, frontMatter } = input
  const placeOf = (node: Node): Place => placeIn(file, node)
  const given = givenIds(root)
  const named = withHeadingNames(root, given)
  const contents = withoutOwnContents(withWordedHeadings(named.children))
  const cut = outline(contents.nodes, placeOf)
  cut.findings.forEach(tell)
  const ids = createIds(given, tell)
  const references = new Map<string, FootnoteReference>()
  const pictures = new Map<string, WantedPicture>()
  const unsafe = new Map<string, { readonly place: Place; readonly count: number }>()
  const anchors = new Map<string, string>()
  const innerLinks: Link[] = []
  let openings: Opening[] = []
  let exercises = 0
  const base = cut.sections[0]?.heading?.depth ?? 1

  const sourceLines = linesOf(input.source)
  const marks = createFootnoteMarks(file, (line) => sourceLines(line, line))
  const want = (src: string, place: Place, times = 1): void => {
    const { uses, ...known } = pictures.get(src) ?? { place, uses: 0 }
    pictures.set(src, { ...known, uses: uses + times })
  }

  if (frontMatter.logo !== undefined) want(frontMatter.logo, placeOfKey('logo', input.source, file))

  const context: BlockContext = {
    placeOf,
    nextId: ids.next,
    claimId: ids.claim,
    anchor: (name, id) => void (anchors.has(name) || anchors.set(name, id)),
    nextExercise: () => ++exercises,
    tell,
    sourceLines,
    blocks: (nodes) => blocks(nodes, context),
    headingDepth: (level) => Math.max(1, level - base - 1),
    opening: (opening) => openings.push(opening),
    ownPicture: want,
    inline: {
      definition: (identifier) => input.definitions.get(`definition:${identifier}`) as Definition | undefined,
      footnote(reference) {
        if (!input.definitions.has(`footnoteDefinition:${reference.identifier}`)) return false
        if (!references.has(reference.identifier)) references.set(reference.identifier, reference)
        return true
      },
      text: marks.look,
      picture(image) {
        const place = placeOf(image)
        want(image.url, place)
        if (!image.alt && !isDecoration(image))
          tell(finding('picture-alt', { src: image.url.slice(0, 80) }, place))
      },
      inner: (link) => innerLinks.push(link),
      unsafe(scheme, node) {
        const known = unsafe.get(scheme)
        unsafe.set(scheme, { place: known?.place ?? placeOf(node), count: (known?.count ?? 0) + 1 })
      },
    },
  }

  const headed = (heading: Heading, of: string, fallback: string): Headed => {
    const { nodes, attributes } = titleOf(heading, context)
    const place = placeOf(heading)
    const read = attributes ? headingAttributes(attributes, of, place, context) : {}
    const id = attributes?.id ? ids.claim(attributes.id, place) : ids.slug(plainText(nodes), fallback)
    for (const name of anchorsOf(heading)) context.anchor(name, id)
    return { id, title: nodes, place, ...read }
  }

  const titleHeading = cut.title ? titleOf(cut.title, context) : undefined
  const titles = titleAndSubtitle(frontMatter, titleHeading?.nodes, input.fallbackTitle)
  const start: Place = { file, line: 1, column: 1 }
  const introduction: Part | undefined =
    cut.introduction.length > 0
      ? {
          id: ids.slug('introduction', 'introduction'),
          place: start,
          title: titles.title,
          headed: false,
          blocks: blocks(cut.introduction, context),
        }
      : undefined
  const early = openings
  openings = []

  const section = (one: SectionOutline, index: number): Section => {
    const head: Headed = one.heading
      ? headed(one.heading, 'a section', `section-${index + 1}`)
      : { id: ids.slug(plainText(titles.title), 'section-1'), title: titles.title, place: start }
    if (index > 0) openings = []
    const opening = blocks(one.opening, context)
    const parts = one.parts.map((part, position): Part => {
      const own = headed(part.heading, 'a part', `part-${index + 1}-${position + 1}`)
      return { ...own, headed: true, blocks: blocks(part.content, context) }
    })
    const first: Part[] =
      opening.length > 0
        ? [
            {
              id: `${head.id}.opening`,
              place: opening[0]?.place ?? head.place,
              title: head.title,
              headed: false,
              blocks: opening,
              ...(head.layout ? { layout: head.layout } : {}),
            },
          ]
        : []
    const gathered = index === 0 ? [...early, ...openings] : openings
    const { id, title, place, minutes, priority } = head
    return {
      id,
      title,
      place,
      number: index + 1,
      depth: one.heading?.depth ?? 0,
      ...(minutes === undefined ? {} : { minutes }),
      ...(priority ? { priority } : {}),
      openings: gathered,
      parts: [...first, ...parts],
    }
  }
  const sections = cut.sections.map(section)
  const footnotes: Footnote[] = []
  // A footnote may refer to one that nothing else does: those join at the end of what is walked.
  for (const identifier of references.keys()) {
    const definition = input.definitions.get(`footnoteDefinition:${identifier}`) as FootnoteDefinition
    const number = footnotes.length + 1
    const inner = blocks(definition.children, context)
    footnotes.push({ id: `fn.${number}`, place: placeOf(definition), identifier, number, blocks: inner })
  }
  for (const definition of input.definitions.values()) {
    if (definition.type !== 'footnoteDefinition' || references.has(definition.identifier)) continue
    tell(
      finding('footnote-unused', { label: definition.label ?? definition.identifier }, placeOf(definition)),
    )
  }
  settleInnerLinks({ links: innerLinks, root: named, anchors, hasId: ids.has, placeOf, tell })
  for (const [scheme, { place, count }] of unsafe) tell(finding('link-unsafe', { scheme, count }, place))
  marks.findings().forEach(tell)
  const lang = frontMatter.lang ?? guessLanguage(input.source)
  return {
    guide: {
      ...titles,
      lang,
      dir: direction(lang),
      ...(contents.title ? { contentsTitle: contents.title } : {}),
      ...(introduction && introduction.blocks.length > 0 ? { introduction } : {}),
      sections,
      footnotes,
    },
    pictures,
  }
}

/** The line of a key of front matter; the first where it is written in another way. */
function placeOfKey(key: string, source: string, file: string): Place {
  const before = source.slice(
    0,
    Math.max(0, source.search(new RegExp(`^[ \\t"']*${key}["']?[ \\t]*[:=]`, 'm'))),
  )
  return { file, line: before.split('\n').length, column: 1 }
}

/** Said by an HTML picture's empty alternative text. */
function isDecoration({ data }: Image): boolean {
  return (data as { isDecoration?: boolean } | undefined)?.isDecoration === true
}

function titleOf(
  heading: Heading,
  context: BlockContext,
): { nodes: readonly Inline[]; attributes?: Attributes } {
  const nodes = [...inlines(heading.children, context.inline)]
  const last = nodes.at(-1)
  if (last?.type !== 'text') return { nodes: trim(nodes) }
  const { text, attributes } = trailingAttributes(last.value)
  nodes[nodes.length - 1] = { ...last, value: text }
  return { nodes: trim(nodes), ...(attributes ? { attributes } : {}) }
}

function titleAndSubtitle(
  frontMatter: FrontMatter,
  heading: readonly Inline[] | undefined,
  fallback: string,
) {
  const written = frontMatter.title
  const subtitle = frontMatter.subtitle
  if (written === undefined) {
    const title: readonly Inline[] = heading ?? [{ type: 'text', value: fallback }]
    return { title, ...(subtitle ? { subtitle } : {}) }
  }
  const second = heading && plainText(heading) !== written ? plainText(heading) : undefined
  const chosen = subtitle ?? second
  return {
    title: [{ type: 'text', value: written }] as readonly Inline[],
    ...(chosen ? { subtitle: chosen } : {}),
  }
}

function givenIds(root: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(root, 'heading', (node) => {
    const { attributes } = trailingAttributes(toString(node))
    if (attributes?.id) ids.add(attributes.id)
  })
  return ids
}

function linesOf(source: string): (from: number, to: number) => string {
  const lines = source.split(/\r?\n/)
  return (from, to) => lines.slice(from - 1, to).join('\n')
}

function placeIn(file: string, node: Node): Place {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

function direction(lang: string): 'ltr' | 'rtl' {
  const { language, script } = new Intl.Locale(lang).maximize()
  return /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/.test(script ?? '') || language === 'yi' ? 'rtl' : 'ltr'
}
