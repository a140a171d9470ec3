import fc from 'fast-check'

/** Where a word belongs (guide-format section 3), and where it may not stand. */
export interface Belonging {
  readonly due: readonly ('slide' | 'notes' | 'deck' | 'handout' | 'facilitator')[]
  readonly never: readonly ('deck' | 'slide' | 'handout' | 'facilitator')[]
  /** Stays so, whatever is nested in it. */
  readonly isSecret?: true
}

export interface WrittenWord extends Belonging {
  readonly word: string
}

/** A guide as an author could have written it, and what is to become of each of its words. */
export interface WrittenGuide {
  readonly source: string
  readonly words: readonly WrittenWord[]
}

const ordinary: Belonging = { due: ['deck', 'handout'], never: [] }
const everywhere: Belonging = { due: ['slide', 'handout', 'facilitator'], never: [] }
const callout: Belonging = { due: ['deck', 'handout', 'facilitator'], never: [] }
const onPaper: Belonging = { due: ['handout', 'facilitator'], never: ['deck'] }
const spoken: Belonging = { due: ['notes', 'facilitator'], never: ['slide', 'handout'], isSecret: true }
const heldBack: Belonging = { due: ['facilitator'], never: ['deck', 'handout'], isSecret: true }
const authored: Belonging = { due: ['slide'], never: ['handout'] }
const footnote: Belonging = { due: ['handout'], never: [] }
/** A part's, whose slide the author may have made himself. */
const heading: Belonging = { due: ['handout'], never: [] }
const nowhere: Belonging = { due: [], never: ['deck', 'handout', 'facilitator'] }
/** Shown or not, as the place has it. */
const free: Belonging = { due: [], never: [] }

/** A block with its parts: plain data, so that fast-check can make it smaller. */
type Shape =
  | {
      readonly kind: 'paragraph' | 'quote' | 'html' | 'details' | 'definition'
      readonly text: readonly Mark[]
    }
  | { readonly kind: 'comment' | 'break' | 'formula' | 'picture' }
  | { readonly kind: 'heading'; readonly depth: number; readonly text: readonly Mark[] }
  | { readonly kind: 'code'; readonly lines: number; readonly fence: string }
  | {
      readonly kind: 'table'
      readonly columns: number
      readonly rows: number
      readonly text: readonly Mark[]
    }
  | { readonly kind: 'list'; readonly mark: string; readonly items: readonly (readonly Shape[])[] }
  | { readonly kind: 'alert'; readonly tone: string; readonly inner: readonly Shape[] }
  | { readonly kind: 'glossary'; readonly entries: number }
  | {
      readonly kind: 'directive'
      readonly name: string
      readonly label: boolean
      readonly inner: readonly Shape[]
    }

type Mark =
  | 'word'
  | 'emphasis'
  | 'strong'
  | 'code'
  | 'link'
  | 'maths'
  | 'footnote'
  | 'html'
  | 'comment'
  | 'sentence'
  | 'sign'
  | 'script'
  | 'long'
  | 'break'
  | 'picture'
  | 'emoji'

const mark = fc.constantFrom<Mark>(
  'word',
  'word',
  'word',
  'emphasis',
  'strong',
  'code',
  'link',
  'maths',
  'footnote',
  'html',
  'comment',
  'sentence',
  'sentence',
  'sign',
  'script',
  'long',
  'break',
  'picture',
  'emoji',
)
const text = fc.array(mark, { minLength: 1, maxLength: 6 })
const DIRECTIVES = [
  'notes',
  'instructor',
  'handout',
  'exercise',
  'challenge',
  'solution',
  'objectives',
  'questions',
  'prereq',
  'keypoints',
  'note',
  'tip',
  'warning',
  'callout',
  'columns',
  'slide',
  'unknown-one',
]

/** One kind of block, so often among the others. */
const of = (
  weight: number,
  kind: Shape['kind'],
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), ...fields }),
})

const { shape } = fc.letrec<{ shape: Shape; shapes: Shape[] }>((tie) => ({
  shapes: fc.array(tie('shape'), { minLength: 1, maxLength: 3, depthIdentifier: 'guide' }),
  shape: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'guide', withCrossShrink: true },
    of(5, 'paragraph', { text }),
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('quote', 'html', 'details', 'definition'), text }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('comment', 'break', 'formula', 'picture') }) },
    of(1, 'heading', {
      depth: fc.integer({ min: 4, max: 6 }),
      text,
    }),
    of(1, 'code', {
      lines: fc.integer({ min: 1, max: 30 }),
      fence: fc.constantFrom('```', '~~~', '````'),
    }),
    of(1, 'table', {
      columns: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 0, max: 20 }),
      text,
    }),
    of(1, 'glossary', {
      entries: fc.integer({ min: 1, max: 3 }),
    }),
    of(2, 'list', {
      mark: fc.constantFrom('-', '*', '1.', '- [ ]', '- [x]', '7)'),
      items: fc.array(tie('shapes'), { minLength: 1, maxLength: 4 }),
    }),
    of(1, 'alert', {
      tone: fc.constantFrom('NOTE', 'TIP', 'WARNING', 'IMPORTANT', 'CAUTION'),
      inner: tie('shapes'),
    }),
    of(5, 'directive', {
      name: fc.constantFrom(...DIRECTIVES),
      label: fc.boolean(),
      inner: tie('shapes'),
    }),
  ) as fc.Arbitrary<Shape>,
}))

interface Section {
  readonly depth: 1 | 2 | 3 | 4
  readonly attributes: string
  readonly title: readonly Mark[]
  readonly blocks: readonly Shape[]
}

const section: fc.Arbitrary<Section> = fc.record({
  depth: fc.constantFrom(1, 2, 2, 2, 3, 3, 3, 4),
  attributes: fc.constantFrom('', '', '', ' {minutes=5}', ' {priority=could}', ' {layout=list}', ' {#same}'),
  title: fc.array(fc.constantFrom<Mark>('word', 'word', 'emphasis', 'code', 'script', 'sign', 'link'), {
    minLength: 1,
    maxLength: 3,
  }),
  blocks: fc.array(shape, { maxLength: 5 }),
})

const frontMatter = fc.record({
  lang: fc.constantFrom('', '', 'en', 'de', 'fr', 'ja', 'he', 'ar', 'xx'),
  solutions: fc.constantFrom('', '', 'end', 'facilitator'),
  title: fc.boolean(),
  extra: fc.constantFrom(
    '',
    'duration: 60\nstart: "9:00"',
    'variant: dark',
    'summary: In short.',
    'unknown: 1',
  ),
})

/** Guides of all constructs, nested as they come. */
export const guides: fc.Arbitrary<WrittenGuide> = fc
  .record({
    frontMatter,
    introduction: fc.array(shape, { maxLength: 3 }),
    sections: fc.array(section, { maxLength: 5 }),
  })
  .map(({ frontMatter: front, introduction, sections }) => {
    const writer = createWriter(front.solutions === 'facilitator')
    const head = Object.entries({ lang: front.lang, solutions: front.solutions })
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `${key}: ${value}`)
    if (front.title)
      head.push(`title: ${writer.word({ due: ['slide', 'handout', 'facilitator'], never: [] })}`)
    if (front.extra) head.push(front.extra)
    const body = [
      ...introduction.map((one) => writer.block(one, ordinary)),
      ...sections.map(({ depth, attributes, title, blocks }) =>
        [
          // Where the title stands depends on whether it becomes the guide's, a section's or a part's.
          `${'#'.repeat(depth)} ${writer.line(title, heading)}${attributes}`,
          ...blocks.map((one) => writer.block(one, ordinary)),
        ].join('\n\n'),
      ),
    ]
    const source = [head.length > 0 ? `---\n${head.join('\n')}\n---` : '', ...body, ...writer.footnotes()]
    return { source: source.filter(Boolean).join('\n\n'), words: writer.words }
  })

function createWriter(holdsBack: boolean) {
  const words: WrittenWord[] = []
  const notes: string[] = []
  const solved = holdsBack ? heldBack : everywhere

  const word = (where: Belonging): string => {
    const made = `w${words.length}x`
    words.push({ word: made, ...where })
    return made
  }

  const inline = (one: Mark, where: Belonging): string => {
    switch (one) {
      case 'word':
        return word(where)
      case 'emphasis':
        return `*${word(where)}*`
      case 'strong':
        return `**${word(where)} ${word(where)}**`
      case 'code':
        return `\`${word(where)} <b> $x\``
      case 'link':
        return `[${word(where)}](https://example.org/a_b "${word(free)}")`
      case 'maths':
        return '$a_1 < b$'
      case 'footnote':
        notes.push(`[^n${notes.length + 1}]: ${word(where.isSecret || where === authored ? free : footnote)}`)
        return `${word(where)}[^n${notes.length}]`
      case 'html':
        return `<kbd>${word(where)}</kbd><br>${word(where)}<sub>2</sub>`
      case 'comment':
        // Marp reads the comments of a slide as notes.
        return `<!-- ${word(where === authored ? free : nowhere)} -->`
      case 'sentence':
        return `${word(where)} says so. And ${word(where)} does, too. Yet ${word(where)}!`
      case 'sign':
        return `${word(where)} & 5 < 6, "a" | b \\* c_d [e] {f} ~g $5`
      case 'script':
        return `漢字 ${word(where)} שלום ${word(where)} مرحبا ไทย ${word(where)} é`
      case 'long':
        return `${word(where)} ${'goes on and on '.repeat(12)}${word(where)}`
      case 'break':
        return `${word(where)}\\\n${word(where)}`
      case 'picture':
        return `![${word(free)}](good.png)`
      case 'emoji':
        return `${word(where)} 😀 :smile:`
    }
  }

  /** A line that begins with a comment is HTML to its end, and no Markdown. */
  const line = (marks: readonly Mark[], where: Belonging): string =>
    (marks[0] === 'comment' ? (['word', ...marks] as const) : marks)
      .map((one) => inline(one, where))
      .join(' ')

  const oneLine = (marks: readonly Mark[], where: Belonging): string =>
    line(
      marks.map((one) => (one === 'break' || one === 'sign' ? 'word' : one)),
      where,
    )

  const blocks = (shapes: readonly Shape[], where: Belonging): string =>
    shapes.map((one) => block(one, where)).join('\n\n')

  const block = (one: Shape, where: Belonging): string => {
    const or = (own: Belonging): Belonging => {
      // A slide of the author's own is Marp's Markdown, which knows no directives but our notes.
      if (where === authored) return own === spoken ? own : where
      return where.isSecret ? where : own
    }
    const asCallout = where === ordinary ? callout : where
    switch (one.kind) {
      case 'paragraph':
        return line(one.text, where)
      case 'quote':
        return line(one.text, where).replace(/^/gm, '> ')
      case 'html':
        return `<div class="box">\n<p>${word(where)} <b>${word(where)}</b></p>\n</div>`
      case 'details':
        return `<details>\n<summary>${word(where)}</summary>\n\n${line(one.text, where)}\n\n</details>`
      case 'definition':
        return `${word(where)}\n: ${oneLine(one.text, where)}`
      case 'comment':
        return `<!-- ${word(where === authored ? free : nowhere)}\n\n${word(where === authored ? free : nowhere)} -->`
      case 'break':
        return '---'
      case 'formula':
        return '$$\nx^2 < y\n$$'
      case 'picture':
        return `![${word(free)}](${words.length % 2 ? 'good' : 'missing'}.png)`
      case 'heading':
        return `${'#'.repeat(one.depth)} ${oneLine(one.text, where === ordinary ? heading : where)}`
      case 'code': {
        const lines = Array.from({ length: one.lines }, () => `${word(where)} <!-- { $ ::: # ${word(where)}`)
        return [`${one.fence}js`, ...lines, one.fence].join('\n')
      }
      case 'table': {
        const cells = Array.from({ length: one.columns }, () => word(where))
        const row = (list: readonly string[]): string => `| ${list.join(' | ')} |`
        const rows = Array.from({ length: one.rows }, (_, index) =>
          row(cells.map(() => (index === 0 ? oneLine(one.text, where) : word(where)))),
        )
        return [row(cells), row(cells.map(() => '---')), ...rows].join('\n')
      }
      case 'list':
        return one.items.map((item, index) => listItem(one.mark, index, item, where)).join('\n')
      case 'alert':
        // A list that begins with 7 cannot follow a line at once.
        return `> [!${one.tone}]\n>\n${blocks(one.inner, asCallout).replace(/^/gm, '> ')}`
      case 'glossary': {
        const own = or(onPaper)
        const entries = Array.from(
          { length: one.entries },
          () => `- **${word(own)}** — ${word(own)} ${word(own)}`,
        )
        return fenced('glossary', '', entries.join('\n'))
      }
      case 'directive':
        return directive(one, where, or)
    }
  }

  const listItem = (mark: string, index: number, item: readonly Shape[], where: Belonging): string => {
    const numbered = mark.replace(/\d+/, (first) => String(Number(first) + index))
    // Only a paragraph can be a task.
    const bullet = item[0]?.kind === 'paragraph' ? numbered : numbered.replace(/ \[.\]/, '')
    const indent = ' '.repeat(/^\d/.test(bullet) ? bullet.length + 1 : 2)
    return `${bullet} ${blocks(item, where).replace(/\n(?=.)/g, `\n${indent}`)}`
  }

  const directive = (
    { name, label, inner }: Extract<Shape, { kind: 'directive' }>,
    where: Belonging,
    or: (own: Belonging) => Belonging,
  ): string => {
    const own: Readonly<Record<string, Belonging>> = {
      notes: or(spoken),
      instructor: or(spoken),
      handout: or(onPaper),
      exercise: or(everywhere),
      challenge: or(everywhere),
      solution: or(solved),
      objectives: or(everywhere),
      questions: or(everywhere),
      prereq: or(everywhere),
      keypoints: or(everywhere),
      slide: or(authored),
    }
    const belongs =
      own[name] ?? (/^(note|tip|warning|callout)$/.test(name) && where === ordinary ? callout : where)
    // A label of these says what no slide repeats.
    const labelled = /^(columns|slide|unknown-one)$/.test(name) ? free : belongs
    return fenced(name, label ? `[${word(labelled)}]` : '', blocks(inner, belongs))
  }

  return {
    words,
    word,
    line: oneLine,
    block,
    footnotes: () => notes,
  }
}

/** One colon more than the longest fence inside. */
function fenced(name: string, label: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/:{3,}/g)].map(([colons]) => colons.length))
  const colons = ':'.repeat(longest + 1)
  return `${colons}${name}${label}\n${content}\n${colons}`
}
