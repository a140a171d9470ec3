import { describe, expect, it } from 'vitest'
import { ledger } from '../../src/guide/index.js'
import { handoutHtml, handoutIds } from '../../src/handout/index.js'
import { byClass, elements, headings, hrefs, ids, parseHtml, textOf } from './html.js'
import { contextFor, guideOf, sampleGuide } from './sample-guide.js'

const guide = await sampleGuide()
const html = handoutHtml(guide, contextFor(guide))
const tree = parseHtml(html)

describe("the participants' edition", () => {
  it('has every heading once, in order, and skips no level', () => {
    expect(headings(tree)).toEqual([
      '1 Bread & <b>"science"</b> — a self-made guide',
      '2 Key points',
      '2 The dough',
      '3 Kneading',
      '4 Only on paper',
      '3 Judge a dough',
      '3 Key points',
      '3 Resting',
      '2 The oven',
      '3 A free question',
      '3 Exercise 3',
      '2 Solutions',
      '3 Solution to exercise 1',
      '3 Solution to exercise 3',
      '2 Words used here',
      '2 Links',
    ])
  })

  it('has each id once, and links to every one, so that the PDF names its page', () => {
    const found = ids(tree)
    expect(found.length).toBe(new Set(found).size)
    const linked = new Set(hrefs(tree))
    const unlinked = found.filter((id) => !linked.has(`#${id}`))
    expect(unlinked).toEqual([])
    expect(handoutIds(guide).filter((id) => !found.includes(id))).toEqual([])
  })

  it('leads every link within the document to something that is there', () => {
    const found = new Set(ids(tree))
    const inner = hrefs(tree).filter((href) => href.startsWith('#'))
    expect(inner.filter((href) => !found.has(href.slice(1)))).toEqual([])
  })

  it('holds what belongs there, whole, and nothing that is secret', () => {
    const text = textOf(tree).replace(/[^\p{L}\p{N}]+/gu, '')
    const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '')
    const entries = ledger(guide)
    const missing = entries.filter(
      (entry) => entry.venues.includes('handout') && !text.includes(bare(entry.text)),
    )
    expect(missing.map((entry) => entry.text)).toEqual([])
    expect(html).not.toMatch(/INTRONOTE|NOTEDOUGH|NOTEITEM|EXERCISENOTE|NOTEREST|AUTHOREDSLIDE/)
  })

  it('escapes a nasty title in the text and in the running head', () => {
    expect(html).toContain('Bread &#x26; &#x3C;b>"science"&#x3C;/b>')
    expect(html).toContain('@top-left { content: "Bread \\26  \\3c b\\3e \\22 science\\22 \\3c /b\\3e  …"')
    expect(elements(tree, ({ tagName }) => tagName === 'style')).toHaveLength(1)
  })

  it('explains a term beside its first use, and there alone', () => {
    const terms = elements(tree, ({ tagName }) => tagName === 'dfn').map(textOf)
    expect(terms).toEqual(['yeast', 'gluten'])
    expect(byClass(tree, 'note').map(textOf)).toEqual([
      'Yeast Small fungi that make gas.',
      'Link 1',
      'Gluten The net of proteins.',
      'Links 2, 3',
    ])
  })

  it('lists every address once, numbered, with QR codes where asked for', () => {
    const list = byClass(tree, 'links')[0]
    if (!list) throw new Error('no links')
    expect(byClass(list, 'address').map(textOf)).toEqual([
      'example.org/bread',
      'mill.example.org/flour/',
      'example.org/best',
      'example.org/plain',
      'example.org/note',
    ])
    expect(byClass(list, 'qr')).toHaveLength(2)
  })

  it('rules lines under each question, and at the end where there are none', () => {
    const exercises = byClass(tree, 'exercise')
    const rules = exercises.map((exercise) =>
      byClass(exercise, 'lines').map(
        (lines) => elements(lines, ({ tagName }) => tagName === 'div').length - 1,
      ),
    )
    expect(rules).toEqual([[2, 2], [4], [3, 3]])
    expect(byClass(tree, 'lines').every(({ properties }) => properties.ariaHidden === 'true')).toBe(true)
  })

  it('makes row heads of the first column and keeps the alignment of numbers', () => {
    const table = elements(tree, ({ tagName }) => tagName === 'table')[0]
    if (!table) throw new Error('no table')
    const heads = elements(table, ({ properties }) => properties.scope === 'row').map(textOf)
    expect(heads).toEqual(['Knead', 'Rest'])
    expect(byClass(table, 'end').map(textOf)).toEqual(['Grams', '500', '0'])
  })

  it('has pictures as data, captions with numbers, and a labelled box for what is missing', () => {
    const sources = elements(tree, ({ tagName }) => tagName === 'img').map(({ properties }) =>
      String(properties.src),
    )
    expect(sources.map((src) => src.slice(0, 25))).toEqual([
      'data:image/svg+xml;base64',
      'data:image/svg+xml;base64',
    ])
    const captions = elements(tree, ({ tagName }) => tagName === 'figcaption').map(textOf)
    expect(captions).toEqual(['Figure 1 A loaf, cut open.', 'Figure 2 A wide drawing with a caption.'])
    expect(byClass(tree, 'missing').map(textOf)).toEqual(['Picture: A picture that is not there'])
  })

  it('has footnotes with a way back at the end of their section', () => {
    const notes = byClass(tree, 'footnotes')
    expect(notes.map(textOf)).toEqual(['1 The first footnote, with a link. 2 The second footnote.'])
    const backs = hrefs(notes[0] ?? tree).filter((href) => href.startsWith('#'))
    const referring = backs.map(
      (href) => elements(tree, ({ properties }) => `#${String(properties.id)}` === href)[0],
    )
    expect(referring.map((one) => one && textOf(one).slice(0, 19))).toEqual([
      'The first paragraph',
      'Resting is short.2',
    ])
  })

  it('is the same page whether a number is known or not', () => {
    const pages = new Map(handoutIds(guide).map((id, index) => [id, index + 1]))
    const filled = handoutHtml(guide, contextFor(guide, { pages }))
    const emptied = filled.replace(/(<span class="page-number" data-of="[^"]*">)[^<]*/g, '$1')
    expect(emptied).toBe(html)
    expect(filled).not.toBe(html)
  })

  it('asks for nothing outside itself', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\((?!data:)|src="(?!data:)/)
  })
})

describe('what a guide may do without', () => {
  it('shows a guide without headings under its title alone, on one page', async () => {
    const bare = await guideOf('Only a paragraph.\n')
    const bareHtml = handoutHtml(bare, contextFor(bare))
    expect(headings(parseHtml(bareHtml))).toEqual(['1 sample'])
    expect(bareHtml).toContain('style="page: auto"')
    expect(textOf(parseHtml(bareHtml))).toContain('Only a paragraph.')
  })

  it('holds solutions back where the guide says so', async () => {
    const source =
      '---\nsolutions: facilitator\n---\n## A\n\n::::exercise[E]\nQuestion?\n\n:::solution\nSECRET\n:::\n::::\n'
    const held = await guideOf(source)
    expect(handoutHtml(held, contextFor(held))).not.toMatch(/SECRET|Solutions/)
  })

  it('closes open tags and drops addresses that a page must not open', async () => {
    const source =
      '## A\n\nAn <sub>open tag, a [script](javascript:alert(1)) and <b onclick="x()">bold</b>.\n\nNext.\n'
    const nasty = await guideOf(source)
    const nastyHtml = handoutHtml(nasty, contextFor(nasty))
    expect(nastyHtml).not.toMatch(/javascript:|onclick/)
    expect(nastyHtml).toContain('</sub></p>')
  })

  it('keeps hyphened words of titles whole, and a formula with the comma after it', async () => {
    const one = await guideOf('# An open-source guide\n\n## A\n\nWith $a$, then $b$.\n')
    const page = handoutHtml(one, contextFor(one))
    expect(byClass(parseHtml(page), 'whole').map(textOf)).toEqual(['open-source', 'a,', 'b.'])
  })

  it('mirrors running lines in a script from right to left', async () => {
    const arabic = await guideOf('---\ntitle: عنوان\nlang: ar\n---\n## قسم\n\nنص.\n\n## آخر\n\nنص.\n')
    const page = handoutHtml(arabic, contextFor(arabic))
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toMatch(/@top-right \{ content: "عنوان"/)
  })
})
