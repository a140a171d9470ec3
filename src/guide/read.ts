import { createHash } from 'node:crypto'
import { dirname, extname, resolve } from 'node:path'
import type { Definition, FootnoteDefinition, Node, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { diskReason, isDiskError } from '../disk/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { readAssets } from './assets.js'
import { adaptTree, toMarkdown } from './dialects/index.js'
import { withoutBadges } from './badges.js'
import { boundFrontMatter, boundTree } from './excess.js'
import { LARGEST_SOURCE, decode, tooLarge } from './source.js'
import { normaliseFences } from './fences.js'
import { drawDiagrams } from './diagrams.js'
import { cutFrontMatter, readFrontMatter, type Kind } from './front-matter/index.js'
import { guideName } from './guide-name.js'
import { resolveHtml } from './html/index.js'
import { guessLanguage } from './language.js'
import { TooMuch } from './limits.js'
import type { Guide } from './model.js'
import { settleDirectives } from './nesting.js'
import { parse } from './parse.js'
import { sectionHashes } from './section-hashes.js'
import { settleLongHeadings } from './long-headings.js'
import { build } from './structure.js'
import type { World } from './world.js'

export interface ReadGuide {
  /** Absent where the source cannot be read at all. */
  readonly guide?: Guide
  readonly findings: readonly Finding[]
  /** The source as text, for code frames. */
  readonly source: string
}

/** A guide's file, read and decoded. */
export interface OpenedGuide {
  readonly source: string
  /** What decoding it found. */
  readonly told: readonly Finding[]
  readonly bytes: Uint8Array
  readonly file: string
  /** `file`, with its symbolic links resolved. */
  readonly path: string
  /** The path that findings name. */
  readonly shownAs: string
}

/**
 * Reads one guide and its pictures.
 * @param file path of the Markdown file
 * @param shownAs the path that findings name
 */
export async function read(file: string, world: World, shownAs = file): Promise<ReadGuide> {
  const opened = await openGuide(file, world, shownAs)
  return 'findings' in opened ? opened : readOpened(opened, world)
}

/** Opens a guide's file; where it cannot be read as text, gives the finding that says why. */
export async function openGuide(
  file: string,
  world: World,
  shownAs = file,
): Promise<OpenedGuide | ReadGuide> {
  const opened = await openSource(file, world, shownAs)
  if ('fault' in opened) return { findings: [opened.fault], source: '' }
  const { path, bytes } = opened
  const decoded = decode(bytes, shownAs)
  if ('fault' in decoded) return { findings: [decoded.fault], source: '' }
  return { source: decoded.text, told: decoded.told, bytes, file, path, shownAs }
}

/** Reads a guide that is open. */
export async function readOpened(opened: OpenedGuide, world: World): Promise<ReadGuide> {
  return orExcess(opened, () => readSource(opened, world))
}

/** What was read, or the finding that says which bound it went past. */
export async function orExcess<T>(
  { source, shownAs }: OpenedGuide,
  work: () => Promise<T>,
): Promise<T | ReadGuide> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    const { code, what, limit, line } = error.excess
    return { findings: [finding(code, { what, limit }, { file: shownAs, line, column: 1 })], source }
  }
}

/** @throws TooMuch where the guide goes past a bound */
async function readSource(
  { source, told, bytes, file, path, shownAs }: OpenedGuide,
  world: World,
): Promise<ReadGuide> {
  const cut = cutFrontMatter(source)
  boundFrontMatter(cut.block)
  const frontMatter = await readFrontMatter(cut.block, shownAs, kindOfFile(path))
  const markdown = toMarkdown({ text: cut.lines, file: shownAs, frontMatter })
  const fences = normaliseFences(markdown.lines, shownAs)
  const parsed = parse(fences.lines, markdown)
  const adapted = await adaptTree(parsed, { source, file: shownAs, kind: frontMatter.kind })
  const html = await resolveHtml(parsed, source, shownAs)
  const root = settleDirectives(html.root, frontMatter.frontMatter.solutions === 'facilitator')
  boundTree(root, 'html')
  const longHeadings = settleLongHeadings(root, shownAs)
  const diagrams = await drawDiagrams(root, shownAs, frontMatter.frontMatter.lang ?? guessLanguage(source))

  const found: Finding[] = [
    ...told,
    ...frontMatter.findings,
    ...markdown.findings,
    ...fences.findings,
    ...adapted,
    ...html.findings,
    ...longHeadings,
    ...diagrams.findings,
  ]
  const defined = definitionsIn(root)
  withoutBadges(root, defined)
  const built = build({
    root,
    source,
    file: shownAs,
    frontMatter: frontMatter.frontMatter,
    fallbackTitle: guideName(file).replace(/[-_]+/g, ' '),
    definitions: defined,
    tell: (one) => found.push(one),
  })
  const pictures = await readAssets(
    built.pictures,
    path,
    await readRootOf(path, world),
    world,
    diagrams.drawn,
  )
  const guide: Guide = {
    ...built.guide,
    file: shownAs,
    name: guideName(file),
    hash: hashOf(bytes, pictures.assets),
    sectionHashes: sectionHashes(source, { sections: built.guide.sections, assets: pictures.assets }),
    frontMatter: frontMatter.frontMatter,
    assets: pictures.assets,
  }
  return { guide, findings: sortByPlace([...found, ...pictures.findings]), source }
}

async function openSource(
  file: string,
  world: World,
  shownAs: string,
): Promise<{ path: string; bytes: Uint8Array } | { fault: Finding }> {
  const start: Place = { file: shownAs, line: 1, column: 1 }
  const unreadable = (reason: string) => ({
    fault: finding('source-unreadable', { path: shownAs, reason }, start),
  })
  try {
    const path = await world.realPath(resolve(file))
    const read = await world.readFile(path, LARGEST_SOURCE)
    if ('bytes' in read) return { path, bytes: read.bytes }
    if (read.refused === 'too-large') return { fault: tooLarge(read.size, shownAs) }
    if (read.refused === 'changing') return { fault: finding('source-changing', {}, start) }
    return unreadable('it is not an ordinary file')
  } catch (error) {
    // Not the guide's fault, and every other guide would meet it.
    if (['EMFILE', 'ENFILE'].includes(String((error as NodeJS.ErrnoException).code))) throw error
    if (!isDiskError(error)) throw error
    if (error.code === 'ENOENT') return { fault: finding('source-missing', { path: shownAs }, start) }
    return unreadable(diskReason(error))
  }
}

/** The tool that a file's name tells of. */
function kindOfFile(path: string): Kind | undefined {
  const extension = extname(path).toLowerCase()
  if (extension === '.mdx') return 'docusaurus'
  return extension === '.qmd' || extension === '.rmd' ? 'quarto' : undefined
}

/** The folder below which a guide may read, symbolic links resolved. */
export async function readRootOf(path: string, world: World): Promise<string> {
  return world.realPath((await world.repositoryOf(dirname(path))) ?? dirname(path))
}

/** Link definitions and footnotes by type and identifier; of those that stand twice, the first. */
export function definitionsIn(root: Root): ReadonlyMap<string, Definition | FootnoteDefinition> {
  const found = new Map<string, Definition | FootnoteDefinition>()
  visit(root, (node: Node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    const definition = node as Definition | FootnoteDefinition
    const key = `${definition.type}:${definition.identifier}`
    if (!found.has(key)) found.set(key, definition)
  })
  return found
}

/** SHA-256 of a guide's bytes and its pictures, in hex. */
export function hashOf(source: Uint8Array, assets: Guide['assets']): string {
  const sum = createHash('sha256').update(source)
  for (const [src, asset] of [...assets].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    sum.update(`\0${src}\0`)
    if (asset.state === 'read') sum.update(asset.bytes)
  }
  return sum.digest('hex')
}

function sortByPlace(findings: readonly Finding[]): readonly Finding[] {
  const key = (place?: Place) => (place ? place.line * 10_000 + place.column : 0)
  return findings.toSorted((a, b) => key(a.place) - key(b.place))
}
