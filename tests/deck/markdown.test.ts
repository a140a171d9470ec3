import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/deck/engine.js'
import {
  blocksToMarkdown,
  headingToMarkdown,
  inlineToMarkdown,
  textToMarkdown,
} from '../../src/deck/markdown.js'
import type { MarkdownContext } from '../../src/deck/markdown-inline.js'
import type { Block, Inline } from '../../src/guide/index.js'
import { wordsFor } from '../../src/words/index.js'

const place = { file: 'guide.md', line: 1, column: 1 }
const context: MarkdownContext = {
  words: wordsFor('en'),
  assets: new Map([
    ['a b.svg', { state: 'read', name: 'a b.svg', mediaType: 'image/svg+xml', bytes: new Uint8Array() }],
    ['nix.png', { state: 'missing' }],
  ]),
  footnotes: [{ id: 'f', place, identifier: 'n', number: 3, blocks: [] }],
  slideOf: (id) => (id === 'here' ? 7 : undefined),
}
const engine = createEngine()

const text = (value: string): Inline[] => [{ type: 'text', value }]
const paragraph = (value: string): Block => ({ kind: 'paragraph', id: 'p', place, text: text(value) })
const list = (ordered: boolean, ...values: string[]): Block => ({
  kind: 'list',
  id: 'l',
  place,
  ordered,
  start: 3,
  items: values.map((value) => ({ id: 'i', place, blocks: [paragraph(value)] })),
})
const html = (markdown: string): string => engine.render(`---\ntheme: rubric\n---\n\n${markdown}\n`).html
const shown = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex: string, decimal: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
const normal = (value: string): string => value.replace(/[\s\u200b]+/g, '')

/** Text that Markdown, YAML or Marp would take for something else. */
const pieces = [
  '---',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '# ',
  '## ',
  '> ',
  '```',
  '~~~',
  '===',
  '***',
  '_',
  '*',
  '**a**',
  '`',
  '``',
  '<b>',
  '</div>',
  '<!--',
  '-->',
  '<!-- theme: gaia -->',
  '<style>',
  '<script>',
  '&amp;',
  '&',
  '&lt',
  '$',
  '$$',
  '$x$',
  ':smile:',
  ':+1:',
  '![bg](x.png)',
  '[a](b)',
  '[^1]',
  '[ ] ',
  '[x]',
  '[',
  ']',
  '(',
  ')',
  '!',
  '|',
  '\\',
  '\\*',
  '~~',
  '~',
  'http://a.b',
  'www.a.com',
  'a@b.com',
  'theme: gaia',
  '{#id}',
  ':::slide',
  '==a==',
  '"',
  "'",
  '^',
  '%',
  ' ',
  '  ',
  '\t',
  'word',
  'ü',
  'שלום',
  '漢字',
  '1986. ',
  '.',
  '-',
  '=',
  '\u00a0',
  '😀',
  '(c)',
  '--',
  '...',
]
const nasty = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''))
const any = fc.oneof(nasty, nasty, fc.string({ unit: 'grapheme', maxLength: 20 }))
const said = any.filter((value) => normal(value) !== '')

describe('blocksToMarkdown', () => {
  it('loses and changes no text of a paragraph', () => {
    fc.assert(
      fc.property(said, (value) => {
        const markup = html(blocksToMarkdown([paragraph(value)], context))
        expect(normal(shown(markup))).toBe(normal(clean(value)))
        expect(markup.match(/<(?:h\d|li|hr|blockquote|pre|code|em|strong|img|table|math)\b/)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('loses and changes no text in marks, lists, tables, headings and callouts', () => {
    fc.assert(
      fc.property(said, said, said, (one, two, three) => {
        const blocks: Block[] = [
          { kind: 'heading', id: 'h', place, depth: 1, text: text(one) },
          {
            kind: 'paragraph',
            id: 'p',
            place,
            text: [
              { type: 'strong', children: text(two) as never },
              ...text(one),
              { type: 'emphasis', children: text(three) as never },
            ],
          },
          list(false, one, two),
          list(true, three),
          {
            kind: 'table',
            id: 't',
            place,
            align: [null, 'right'],
            head: { id: 'r', place, cells: [text(one), text(two)] },
            rows: [{ id: 'r', place, cells: [text(two), text(three)] }],
          },
          { kind: 'callout', id: 'c', place, tone: 'note', title: text(three), blocks: [paragraph(one)] },
          { kind: 'quote', id: 'q', place, blocks: [paragraph(two)] },
        ]
        const markup = html(blocksToMarkdown(blocks, context))
        const expected = [one, two, one, three, one, two, three, one, two, two, three, three, one, two]
        expect(normal(shown(markup))).toBe(expected.map((value) => normal(clean(value))).join(''))
        expect(markup.match(/<ol start="3">/g)).toHaveLength(1)
        expect(markup.match(/<(tr|li|blockquote)\b/g)).toHaveLength(6)
      }),
      { numRuns: 100 },
    )
  })

  it('gives each block one element, in order', () => {
    const blocks: Block[] = [
      paragraph('a'),
      list(false, 'b'),
      list(false, 'c'),
      { kind: 'code', id: 'k', place, value: '---\n<!-- theme: gaia -->\n# no', language: 'js x"y' },
      { kind: 'formula', id: 'f', place, value: 'a^2' },
      { kind: 'picture', id: 'i', place, src: 'a b.svg', alt: 'A', caption: 'B' },
      { kind: 'picture', id: 'i', place, src: 'nix.png', alt: 'Gone', caption: 'C' },
      { kind: 'columns', id: 'c', place, columns: [[paragraph('d')], [list(true, 'e')]] },
    ]
    const markup = html(blocksToMarkdown(blocks, context))
    const top = /<section[^>]*>\n([^]*)<\/section>/.exec(markup)?.[1] ?? ''
    let depth = 0
    const tags: string[] = []
    for (const [tag, slash, name = ''] of top
      .replace(/<math[^]*?<\/math>/g, '')
      .matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (['img', 'br'].includes(name) || tag.includes('<div></div>')) continue
      if (slash) depth--
      else if (depth++ === 0) tags.push(name)
    }
    expect(tags).toEqual(['p', 'ul', 'div', 'ul', 'pre', 'p', 'p', 'div', 'div'])
    expect(markup).toContain('<img src="media/a%20b.svg" alt="A" />')
    expect(shown(markup)).toContain('Picture: Gone')
    expect(shown(markup)).toContain('# no')
  })

  it('keeps words of an alternative text that Marp would obey', () => {
    const alt = 'The contrast of bg left w:10 and 50% blur'
    const markup = html(blocksToMarkdown([{ kind: 'picture', id: 'i', place, src: 'a b.svg', alt }], context))
    expect(markup).toContain(`alt="${alt}"`)
    expect(markup).not.toContain('filter')
    const odd = 'Stars * and [brackets & <b> \\ `x`'
    const second = html(
      blocksToMarkdown([{ kind: 'picture', id: 'i', place, src: 'a b.svg', alt: odd }], context),
    )
    expect(second).toContain('alt="Stars * and [brackets &amp; &lt;b&gt; \\ `x`"')
  })

  it('tells a picture within a line from a figure', () => {
    const inline: Block = {
      kind: 'paragraph',
      id: 'p',
      place,
      text: [...text('a '), { type: 'image', url: 'a b.svg', alt: 'x "y"' }],
    }
    expect(html(blocksToMarkdown([inline], context))).toContain(
      'a <img class="inline" src="media/a%20b.svg" alt="x &quot;y&quot;" />',
    )
  })

  it('keeps boxes of tasks, line breaks in tables, and known tags that are closed', () => {
    const task: Block = {
      kind: 'list',
      id: 'l',
      place,
      ordered: false,
      start: 1,
      items: [{ id: 'i', place, checked: true, blocks: [paragraph('done')] }],
    }
    expect(shown(html(blocksToMarkdown([task], context)))).toContain('☑ done')
    const inline = (...nodes: Inline[]): string => inlineToMarkdown(nodes, context)
    const tag = (value: string): Inline => ({ type: 'html', value })
    expect(inline(tag('<kbd>'), ...text('Esc'), tag('</kbd>'))).toBe('<kbd>Esc</kbd>')
    expect(inline(tag('<b>'), ...text('open'))).toBe('open')
    expect(inline(tag('<script>'), ...text('x'), tag('</script>'))).toBe('x')
    expect(inline(tag('<span onclick="x">'), ...text('x'), tag('</span>'))).toBe('x')
  })

  it('points links to slides, and leaves as text what leads nowhere', () => {
    const link = (url: string): string =>
      inlineToMarkdown([{ type: 'link', url, children: [{ type: 'text', value: 'x' }] }], context)
    expect(link('#here')).toBe('[x](#7)')
    expect(link('#gone')).toBe('x')
    expect(link('javascript:alert(1)')).toBe('x')
    expect(link('other.md')).toBe('x')
    expect(link('https://example.org/a b')).toBe('[x](<https://example.org/a b>)')
    expect(inlineToMarkdown([{ type: 'footnoteReference', identifier: 'n' }], context)).toBe('<sup>3</sup>')
  })

  it('writes a heading with its count', () => {
    expect(headingToMarkdown(2, text('C# #'), context, '2 of 3')).toBe('## C# # *2 of 3*')
    expect(textToMarkdown('a\n# b')).toBe('a # b')
  })
})

function clean(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}
