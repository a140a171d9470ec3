import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, accentTokens } from '../../src/look/index.js'
import { deckMarkdown } from '../../src/deck/deck-markdown.js'
import { createEngine } from '../../src/deck/engine.js'
import { leadsOnTheirOwnLine } from '../../src/deck/leads.js'
import { notesComment, notesText } from '../../src/deck/notes.js'
import type { DeckDocument, Layout, Slide } from '../../src/deck/slide.js'
import type { Block, Inline } from '../../src/guide/index.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'

const place = { file: 'guide.md', line: 1, column: 1 }
const words = wordsFor('en')
const templates = await loadTemplates({ folder: 'deck' })
const text = (value: string): Inline[] => [{ type: 'text', value }]
const paragraph = (value: string): Block => ({ kind: 'paragraph', id: 'p', place, text: text(value) })
const slide = (more: Partial<Slide> = {}): Slide => ({
  id: 's',
  layout: 'content',
  kicker: [],
  title: text('A title'),
  titleIsMention: false,
  dense: false,
  blocks: [],
  foot: [],
  notes: [],
  moved: [],
  sources: [],
  line: 1,
  ...more,
})
const deck = (slides: readonly Slide[], more: Partial<DeckDocument> = {}): DeckDocument => ({
  title: 'Deck',
  lang: 'en',
  dir: 'ltr',
  footer: 'Foot',
  variant: 'light',
  slides,
  ...more,
})
const write = (document: DeckDocument): string =>
  deckMarkdown(document, templates, { words, assets: new Map(), footnotes: [] })
const engine = createEngine()
const render = (document: DeckDocument) => engine.render(write(document))
const shown = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
const between = (html: string, tag: string): string =>
  new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`).exec(html)?.[1] ?? ''

/** What YAML, Markdown, HTML comments or Marp's directives could trip over. */
const nasty = fc
  .array(
    fc.constantFrom(
      '"',
      "'",
      '#',
      ' #',
      ':',
      ': ',
      '-->',
      '--!>',
      '<!--',
      '<b>',
      '*',
      '**',
      '_',
      '`',
      '$',
      '\\',
      '&amp;',
      '{',
      '}',
      '[',
      ']',
      '|',
      '>',
      '%',
      '@',
      '!',
      '- ',
      '---',
      'theme: gaia',
      '_class: x',
      'a',
      'ü',
      '漢',
      '\u2028',
      '\u0085',
      ':smile:',
      '1. ',
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join('').trim())
  .filter((value) => /\S/.test(value))
const squeeze = (value: string): string => value.replace(/[\s\u0085\u200b]+/g, '')

describe('deckMarkdown', () => {
  it('writes every layout with a heading and its class', () => {
    const layouts: Layout[] = [
      'title',
      'agenda',
      'divider',
      'statement',
      'quote',
      'list',
      'steps',
      'table',
      'figure',
      'code',
      'exercise',
      'solution',
      'keypoints',
      'content',
    ]
    const { html, css } = render(deck(layouts.map((layout) => slide({ layout }))))
    const sections = html.split('<section').slice(1)
    expect(sections).toHaveLength(layouts.length)
    sections.forEach((section, index) => {
      expect(section).toMatch(new RegExp(`class="${layouts[index]}[ "]`))
      expect(section).toContain('<header>')
      expect(section).toMatch(layouts[index] === 'title' || layouts[index] === 'divider' ? /<h1/ : /<h2/)
    })
    expect(css).toContain('--rubric: #BC2F17')
  })

  it('shows labels, footers and titles as they are, whatever they hold', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (label, footer, title, foot) => {
        const plan = deck(
          [
            slide({ layout: 'title', title: text(title), foot: [foot] }),
            slide({ number: '2', label, title: text(title), foot: [foot] }),
          ],
          { title, footer },
        )
        const { html, comments } = render(plan)
        const [, first = '', second = ''] = html.split('<section')
        expect(squeeze(shown(between(second, 'header')))).toBe(squeeze(`2${label}`))
        expect(squeeze(shown(between(second, 'footer')))).toBe(squeeze(footer))
        expect(squeeze(shown(between(second, 'h2')))).toBe(squeeze(title))
        expect(squeeze(shown(between(first, 'footer')))).toBe(squeeze(foot))
        expect(html.match(/data-theme="rubric"/g)).toHaveLength(2)
        expect(comments).toEqual([[], []])
      }),
      { numRuns: 30 },
    )
  })

  it('has a title that repeats as text, not as a heading, and counts continued slides', () => {
    const { html } = render(deck([slide({ titleIsMention: true, part: { n: 2, of: 3 } })]))
    expect(html).not.toMatch(/<h\d/)
    expect(html).toMatch(/<div class="title">\s*<p>A title <em>2 of 3<\/em><\/p>/)
    expect(html).toContain('class="content continued"')
  })

  it('writes exercises, agenda rows, openings and the numbers of code that goes on', () => {
    const exercise = { label: 'Exercise 2', how: 'In pairs', minutes: '120', unit: 'minutes' }
    const code: Block = { kind: 'code', id: 'c', place, value: 'a\nb', firstLine: 9 }
    const { html, css } = render(
      deck([
        slide({ layout: 'exercise', exercise, foot: ['Handout, page 4'] }),
        slide({
          layout: 'agenda',
          agenda: [
            { position: 9, number: '9', title: 'One', minutes: '5 min' },
            { position: 10, number: '10', title: 'Two' },
          ],
        }),
        slide({
          layout: 'divider',
          number: '12',
          blocks: [{ kind: 'heading', id: 'h', place, depth: 1, text: text('Questions') }, paragraph('Why?')],
        }),
        slide({ layout: 'code', blocks: [code] }),
      ]),
    )
    expect(html).toContain('<strong>Exercise 2</strong> In pairs <em>120</em> <strong>minutes</strong>')
    expect(html).toContain('class="exercise footed minutes3"')
    expect(html).toMatch(/<ol start="9">\s*<li>One <em>5 min<\/em><\/li>/)
    expect(html).toContain('class="divider opened digits2"')
    expect(html).toContain('<div class="opening asking">')
    expect(css).toContain('--lines: "9\\A 10"')
  })

  it('leaves an author their own slide', () => {
    const own = slide({ layout: 'authored', markdown: '<!-- _class: mine -->\n\n# Mine' })
    const { html } = render(deck([own, slide({ layout: 'authored', markdown: '# Plain', number: '3' })]))
    expect(html).toContain('class="mine"')
    expect(html.match(/<header>/g)).toHaveLength(1)
  })

  it('changes colours by the variant and the accent', () => {
    expect(write(deck([slide()], { variant: 'dark' }))).toContain('--paper: #161616')
    expect(write(deck([slide()], { accent: '#1D5FA8' }))).toContain('--rubric: #1D5FA8')
    expect(write(deck([slide()], { dir: 'rtl' }))).toContain('direction: rtl')
    expect(contrast('#BC2F17', '#fff')).toBeCloseTo(5.9, 1)
    expect(
      contrast(accentTokens('#BC2F17', 'light')['--rubric-text'] ?? '', '#FFFFFF'),
    ).toBeGreaterThanOrEqual(7)
    expect(contrast(accentTokens('#1D5FA8', 'dark')['--rubric'] ?? '', '#161616')).toBeGreaterThanOrEqual(7)
  })
})

describe('speaker notes', () => {
  it('come out as they are and never direct the deck', () => {
    const lines = [
      'theme: gaia',
      '_class: x',
      '"class": x',
      "'paginate' : false",
      '{theme: gaia}',
      '{"theme":gaia}',
      '? theme',
      '- a',
      '[theme]',
      '&a theme: gaia',
      '!!map theme: gaia',
      'headingDivider:',
      '  2',
      'marp: true',
      '---',
      'fit',
      'prettier-ignore',
      '--',
      '-->',
      '--!>',
      '<!-- a',
      'style: |',
      '  section {}',
      'The meal: the recipe.',
      '',
      '*Do.*',
      '\ttab: x',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }), (some) => {
        const note = some.join('\n')
        if (note.trim() === '') return
        const source = `---\ntheme: rubric\n---\n\n# A\n\n${notesComment(note)}\n\n---\n\n# B\n`
        const { html, comments } = engine.render(source)
        expect(comments).toHaveLength(2)
        expect(comments[0]).toHaveLength(1)
        expect(squeeze(comments[0]?.[0] ?? '')).toBe(squeeze(note))
        expect(html.match(/<section id="\d" data-theme="rubric" style="--theme:rubric;">/g)).toHaveLength(2)
        expect(html.match(/<h1/g)).toHaveLength(2)
      }),
      { numRuns: 150 },
    )
    expect(notesComment(' \n')).toBe('')
  })

  it('are plain text, with stars for stage directions only', () => {
    const blocks: Block[] = [
      {
        kind: 'paragraph',
        id: 'p',
        place,
        text: [{ type: 'emphasis', children: [{ type: 'text', value: 'Wait.' }] }],
      },
      {
        kind: 'paragraph',
        id: 'p',
        place,
        text: [{ type: 'strong', children: [{ type: 'text', value: 'a_b' }] }, ...text(' *c*')],
      },
      {
        kind: 'list',
        id: 'l',
        place,
        ordered: true,
        start: 2,
        items: [{ id: 'i', place, blocks: [paragraph('x'), paragraph('y')] }],
      },
    ]
    expect(notesText(blocks)).toBe('*Wait.*\n\na_b *c*\n\n2. x\n   y')
  })
})

describe('leads', () => {
  const item = (lead: string, rest: string): Block => ({
    kind: 'list',
    id: 'l',
    place,
    ordered: true,
    start: 1,
    items: [
      {
        id: 'i',
        place,
        blocks: [
          {
            kind: 'paragraph',
            id: 'p',
            place,
            text: [{ type: 'strong', children: [{ type: 'text', value: lead }] }, ...text(rest)],
          },
        ],
      },
    ],
  })
  const kinds = (layout: Layout, block: Block): unknown =>
    leadsOnTheirOwnLine(slide({ layout, blocks: [block] }))
      .map((one) => JSON.stringify(one))
      .join()
      .includes('"break"')

  it('take a line of their own where they end themselves', () => {
    expect(kinds('list', item('Collect.', ' All of it.'))).toBe(true)
    expect(kinds('list', item('Collect', ': all of it.'))).toBe(true)
    expect(kinds('list', item('Open', ' the door.'))).toBe(false)
    expect(kinds('steps', item('Open', ' the door.'))).toBe(true)
    expect(kinds('exercise', item('Collect.', ' All of it.'))).toBe(false)
  })
})
