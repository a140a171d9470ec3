import { DEFAULTS } from '../../src/guide/front-matter/schema.js'
import type { Place } from '../../src/finding/index.js'
import type {
  Block,
  Code,
  Exercise,
  Guide,
  Inline,
  KeyPoints,
  List,
  Notes,
  Paragraph,
  Part,
  Section,
  Solution,
  Table,
} from '../../src/guide/model.js'

let line = 0

/** Each node has a line of its own. */
function at(): { readonly id: string; readonly place: Place } {
  line++
  return { id: `n${line}`, place: { file: 'guide.md', line, column: 1 } }
}

export function words(text: string): readonly Inline[] {
  return [{ type: 'text', value: text }]
}

export function paragraph(text: string | readonly Inline[]): Paragraph {
  return { ...at(), kind: 'paragraph', text: typeof text === 'string' ? words(text) : text }
}

export function list(...items: readonly string[]): List {
  const rows = items.map((item) => ({ ...at(), blocks: [paragraph(item)] }))
  return { ...at(), kind: 'list', ordered: false, start: 1, items: rows }
}

export function table(...rows: readonly (readonly string[])[]): Table {
  const [head, ...body] = rows.map((row) => ({ ...at(), cells: row.map(words) }))
  return { ...at(), kind: 'table', align: [], head: head ?? { ...at(), cells: [] }, rows: body }
}

export function code(value: string): Code {
  return { ...at(), kind: 'code', value }
}

export function notes(...texts: readonly string[]): Notes {
  return { ...at(), kind: 'notes', blocks: texts.map(paragraph) }
}

export function solution(...texts: readonly string[]): Solution {
  return { ...at(), kind: 'solution', blocks: texts.map(paragraph) }
}

export function exercise(
  title: string,
  blocks: readonly Block[],
  ...solutions: readonly Solution[]
): Exercise {
  return { ...at(), kind: 'exercise', number: 1, title: words(title), blocks, solutions }
}

export function keyPoints(...items: readonly string[]): KeyPoints {
  return { ...at(), kind: 'keypoints', blocks: [list(...items)] }
}

export function part(title: string | readonly Inline[], ...blocks: readonly Block[]): Part {
  return { ...at(), title: typeof title === 'string' ? words(title) : title, headed: true, blocks }
}

/** The blocks before a section's first part. */
export function implicitPart(title: string, ...blocks: readonly Block[]): Part {
  return { ...at(), title: words(title), headed: false, blocks }
}

export function section(title: string, ...parts: readonly Part[]): Section {
  return { ...at(), number: 1, title: words(title), depth: 2, openings: [], parts }
}

export function guide(sections: readonly Section[], more: Partial<Guide> = {}): Guide {
  return {
    file: 'guide.md',
    name: 'guide',
    hash: '0123abcd',
    sectionHashes: [],
    frontMatter: DEFAULTS,
    title: words('A small guide'),
    lang: 'en',
    dir: 'ltr',
    sections,
    footnotes: [],
    assets: new Map(),
    ...more,
  }
}
