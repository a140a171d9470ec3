import type { Nodes, Root } from 'mdast'
import { bareLength } from './bounds.js'
import type { Block } from './front-matter/index.js'
import { LIMITS, TooMuch, type Excess } from './limits.js'

/** Shorter lines hold too few marks to matter; the parser itself is watched for those. */
const LONG_LINE = 1_000
const CONTAINERS = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${LIMITS.nesting + 1}}`)
const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/

/** @throws TooMuch where there is more front matter than can be read in good time */
export function boundFrontMatter(block: Block | undefined): void {
  if (block) bound(block.text.length, 'characters of front matter', LIMITS.frontMatter, block.firstLine)
}

/** @throws TooMuch where a deck has more slides than a presenter's HTML can hold */
export function boundSlides(slides: readonly { readonly line: number }[]): void {
  bound(slides.length, 'slides', LIMITS.slides, slides[LIMITS.slides]?.line ?? 1)
}

/** @throws TooMuch where lines alone tell that parsing them takes too long */
export function boundLines(lines: readonly string[]): void {
  bound(lines.length, 'lines', LIMITS.lines, LIMITS.lines)
  let underlines = 0
  lines.forEach((text, index) => {
    const line = index + 1
    if (text.length > LIMITS.line) bound(bareLength(text), 'characters in one line', LIMITS.line, line)
    if (text.length > LONG_LINE) boundLongLine(text, line)
    if (UNDERLINE.test(text) && ++underlines > LIMITS.headings * 2) {
      throw tooLarge('lines that underline a heading or divide slides', LIMITS.headings * 2, line)
    }
  })
}

function boundLongLine(text: string, line: number): void {
  if (CONTAINERS.test(text) && !isBreak(text)) {
    throw new TooMuch({ code: 'nested-too-deep', what: 'Lists and quotations', limit: LIMITS.nesting, line })
  }
  if (text.split('|').length > LIMITS.columns * 4)
    throw tooLarge('columns in one table', LIMITS.columns, line)
}

/** `* * *`, however long: a line of one sign alone. */
function isBreak(text: string): boolean {
  const bare = text.replace(/[ \t]+/g, '')
  return bare === (bare[0] ?? '').repeat(bare.length)
}

/** A list takes two levels of the tree: itself and its item. HTML is flattened at a depth of its own before. */
const DEEPEST = { markdown: LIMITS.nesting * 2, html: 300 }

/** @throws TooMuch where a tree is too deep to be walked, or has too much to be printed */
export function boundTree(root: Root, kind: keyof typeof DEEPEST): void {
  const counts = { headings: 0, blocks: 0, rows: 0, exercises: 0, footnotes: 0 }
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next
    const line = node.position?.start.line ?? 1
    if (depth > DEEPEST[kind]) {
      throw new TooMuch({ code: 'nested-too-deep', what: 'Blocks or emphasis', limit: LIMITS.nesting, line })
    }
    count(node, line, counts)
    if (!('children' in node)) continue
    for (let index = node.children.length - 1; index >= 0; index--) {
      stack.push({ node: node.children[index] as Nodes, depth: depth + 1 })
    }
  }
}

function count(
  node: Nodes,
  line: number,
  counts: { headings: number; blocks: number; rows: number; exercises: number; footnotes: number },
): void {
  switch (node.type) {
    case 'heading':
      return bound(++counts.headings, 'headings', LIMITS.headings, line)
    case 'paragraph':
    case 'listItem':
    case 'code':
    case 'thematicBreak':
      return bound(++counts.blocks, 'paragraphs, items and rows', LIMITS.blocks, line)
    case 'tableRow':
      bound(++counts.rows, 'rows of tables', LIMITS.rows, line)
      return bound(++counts.blocks, 'paragraphs, items and rows', LIMITS.blocks, line)
    case 'footnoteDefinition':
      return bound(++counts.footnotes, 'footnotes', LIMITS.footnotes, line)
    case 'table': {
      const columns = Math.max(...node.children.map((row) => row.children.length))
      bound(columns, 'columns in one table', LIMITS.columns, line)
      return bound(columns * node.children.length, 'cells in one table', LIMITS.cells, line)
    }
    case 'math':
    case 'inlineMath':
      return boundFormula((node as { value: string }).value, line)
    case 'containerDirective':
      if (/^(?:exercise|challenge|discussion)$/i.test(node.name)) {
        return bound(++counts.exercises, 'exercises', LIMITS.exercises, line)
      }
      return undefined
    default:
      return undefined
  }
}

/** KaTeX recurses into groups, and once more for each command that changes all that follows it. */
function boundFormula(tex: string, line: number): void {
  bound(tex.length, 'characters in one formula', LIMITS.formula, line)
  let depth = 0
  let commands = 0
  for (const [sign] of tex.matchAll(/\\(?:[a-z]+|.)|[{}]/gi)) {
    if (sign.length > 2) commands++
    if (/^(?:\{|\\left|\\begin)$/.test(sign)) depth++
    else if (/^(?:\}|\\right|\\end)$/.test(sign)) depth--
    if (depth > LIMITS.nesting) {
      throw new TooMuch({ code: 'nested-too-deep', what: 'Parts of a formula', limit: LIMITS.nesting, line })
    }
  }
  bound(commands, 'commands in one formula', LIMITS.commands, line)
}

function bound(found: number, what: string, limit: number, line: number): void {
  if (found > limit) throw tooLarge(what, limit, line)
}

function tooLarge(what: string, limit: number, line: number): TooMuch {
  return new TooMuch({ code: 'guide-too-large', what, limit, line } satisfies Excess)
}
