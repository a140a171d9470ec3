import type { Heading, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Finding } from '../finding/index.js'
import { readAssets, type WantedPicture } from './assets.js'
import { boundFrontMatter, boundTree } from './excess.js'
import { cutFrontMatter, readFrontMatter } from './front-matter/index.js'
import { guideName } from './guide-name.js'
import { resolveHtml } from './html/index.js'
import type { Guide } from './model.js'
import { settleDirectives } from './nesting.js'
import { parse } from './parse.js'
import { definitionsIn, hashOf, orExcess, readRootOf, type OpenedGuide, type ReadGuide } from './read.js'
import { sectionHashes } from './section-hashes.js'
import { build } from './structure.js'
import type { World } from './world.js'

/** A slide as a Marp deck has it: what of it is a guide's. */
export interface SlideText {
  /** Plain text. */
  readonly title: string
  /** 1-based. */
  readonly line: number
  /** Its speaker notes, Markdown, each from its first line on. */
  readonly notes: readonly { readonly text: string; readonly line: number }[]
}

export interface SlidesInput {
  readonly slides: readonly SlideText[]
  /** Where no front matter names one. Plain text. */
  readonly title: string
  /** Pictures of the slides by their address. */
  readonly pictures: ReadonlyMap<string, WantedPicture>
  /** Texts that the slides depend on beside the deck's own file, such as themes. */
  readonly others: readonly string[]
}

/**
 * A Marp deck as a guide: each slide a section that holds its notes, so that whatever prints a guide can print those.
 * Its pictures are those of the slides, too.
 */
export async function readSlidesGuide(
  opened: OpenedGuide,
  input: SlidesInput,
  world: World,
): Promise<ReadGuide> {
  return orExcess(opened, () => readSlides(opened, input, world))
}

/** Directives whose values Marp reads as text, whatever YAML would make of them: `color: #fff`, `header: To: all`. */
const LOOSE =
  /^(_?(?:author|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|class|color|description|footer|header|headingDivider|image|keywords|paginate|size|style|theme|title|transition|url)[ \t]*:[ \t]*)([^\s"'{|>~&*[].*)$/gm

function quoted(yaml: string): string {
  return yaml.replace(LOOSE, (_, key: string, value: string) => key + JSON.stringify(value.trim()))
}

async function readSlides(
  { source, told, bytes, file, path, shownAs }: OpenedGuide,
  { slides, title, pictures, others }: SlidesInput,
  world: World,
): Promise<ReadGuide> {
  const cut = cutFrontMatter(source)
  boundFrontMatter(cut.block)
  const block = cut.block && { ...cut.block, text: quoted(cut.block.text) }
  const { frontMatter, findings } = await readFrontMatter(block, shownAs, 'marp')
  const found: Finding[] = [...told, ...findings]
  const children: RootContent[] = []
  for (const slide of slides) {
    // One by one: what a note leaves open ends with it.
    const notes = await Promise.all(slide.notes.map((note) => parseNote(note, shownAs, source, found)))
    children.push(headingOf(slide), ...notesOf(notes.flat()))
  }
  const root: Root = { type: 'root', children }
  boundTree(root, 'html')
  const built = build({
    root,
    source,
    file: shownAs,
    frontMatter: { ...frontMatter, title: frontMatter.title ?? title },
    fallbackTitle: title,
    definitions: definitionsIn(root),
    tell: (one) => found.push(one),
  })
  const wanted = new Map([...built.pictures, ...pictures])
  const assets = await readAssets(wanted, path, await readRootOf(path, world), world)
  const guide: Guide = {
    ...built.guide,
    file: shownAs,
    name: guideName(file),
    hash: hashOf(Buffer.concat([bytes, ...others.map((text) => Buffer.from(text))]), assets.assets),
    sectionHashes: sectionHashes(source, { sections: built.guide.sections, assets: assets.assets }),
    frontMatter,
    assets: assets.assets,
  }
  return { guide, findings: [...found, ...assets.findings], source }
}

function headingOf({ title, line }: SlideText): Heading {
  const point = { line, column: 1, offset: 0 }
  return {
    type: 'heading',
    depth: 2,
    children: [{ type: 'text', value: title }],
    position: { start: point, end: point },
  }
}

function notesOf(children: readonly RootContent[]): readonly RootContent[] {
  const [first] = children
  if (!first) return []
  const { position } = first
  const notes = { type: 'containerDirective', name: 'notes', attributes: {}, children, position }
  return [notes as ContainerDirective]
}

async function parseNote(
  { text, line }: SlideText['notes'][number],
  file: string,
  source: string,
  found: Finding[],
): Promise<readonly RootContent[]> {
  const lines = text.split('\n')
  const parsed = parse({ text: lines, at: lines.map((_, index) => line + index) })
  const html = await resolveHtml(parsed, source, file)
  found.push(...html.findings)
  return settleDirectives(html.root, false).children.map(asNote)
}

/** A heading in a note opens no slide: it is a line in bold. */
function asNote(node: RootContent): RootContent {
  if (node.type !== 'heading') return node
  const { children, position } = node
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children }],
    ...(position ? { position } : {}),
  }
}
