import { describe, expect, test } from 'vitest'
import { checkHeadings, readDeckHtml } from '../../src/check/index.js'
import type { Artefacts } from '../../src/check/index.js'
import type { Inline } from '../../src/guide/model.js'
import { english, html, markdown, pdf } from './artefacts.js'
import { bake, bread, replacing, without } from './bread.js'
import { guide, paragraph, part, section, words } from './guide.js'

/** "code artefact: text" of every finding. */
function told(artefacts: Artefacts): readonly string[] {
  return checkHeadings(artefacts).map(({ code, message }) => {
    const artefact = /(?:deck|handout)\.\w+/.exec(message)?.[0]
    return `${code} ${artefact}: ${/"(.*)"/.exec(message)?.[1]}`
  })
}

describe('a heading is missing', () => {
  test('of a part, in every artefact of the deck', () => {
    expect(told(bake({ deck: without('Kneading') }))).toEqual([
      'heading-missing deck.md: Kneading',
      'heading-missing deck.html: Kneading',
      'heading-missing deck.pdf: Kneading',
      'bookmark-missing deck.pdf: Kneading',
    ])
  })

  test('of an exercise, on paper', () => {
    expect(told(bake({ handout: without('Exercise 1 Why does it rise?') }))).toEqual([
      'heading-missing handout.pdf: Why does it rise?',
      'bookmark-missing handout.pdf: Why does it rise?',
    ])
  })

  test('of a section whose title still heads its first part', () => {
    const artefacts = bake({ deck: (sheets) => sheets.toSpliced(1, 1) })
    expect(told(artefacts)).toContain('heading-missing deck.pdf: What bread is')
    expect(told(artefacts)).toContain('bookmark-missing deck.pdf: What bread is')
  })

  test('of the key points', () => {
    expect(told(bake({ deck: without('Key points') }))).toContain('heading-missing deck.html: Key points')
    expect(told(bake({ handout: without('Key points') }))).toContain(
      'heading-missing handout.pdf: Key points',
    )
  })

  test('it stands there as words, not as a heading', () => {
    const artefacts = bake({ handout: (sheets) => sheets.map((sheet) => ({ ...sheet, headings: [] })) })
    expect(told(artefacts)).toContain('heading-missing handout.pdf: Baking')
  })

  test('a whole section is told once', () => {
    const gone = without('2 Baking', 'Proving', 'Cooling', 'Key points')
    expect(told(bake({ handout: gone }))).toEqual([
      'heading-missing handout.pdf: Baking',
      'bookmark-missing handout.pdf: Baking',
    ])
  })

  test('the finding has the line of the guide', () => {
    const [finding] = checkHeadings(bake({ deck: without('Cooling') }))
    expect(finding?.place).toEqual(bread.sections[1]?.parts[1]?.place)
  })

  test('a bookmark alone', () => {
    const { deckPdf, ...rest } = bake()
    if (!deckPdf) throw new Error('no deck')
    const outline = deckPdf.outline.filter(({ title }) => title !== 'Cooling')
    expect(told({ ...rest, deckPdf: { ...deckPdf, outline } })).toEqual([
      'bookmark-missing deck.pdf: Cooling',
    ])
  })
})

describe('a heading is repeated', () => {
  test('without a mark that it goes on', () => {
    const repeated = told(bake({ deck: replacing('Proving 2 of 2', 'Proving') }))
    expect(repeated).toEqual([
      'heading-repeated deck.md: Proving',
      'heading-repeated deck.html: Proving',
      'heading-repeated deck.pdf: Proving',
    ])
  })

  test('the agenda may be a heading, a section may not stand twice', () => {
    const twice = bake({ deck: (sheets) => [...sheets, ...sheets.slice(6, 7)] })
    expect(told(twice)).toContain('heading-repeated deck.pdf: Baking')
  })
})

test('a heading is out of order', () => {
  const swapped = bake({
    handout: ([first, second, third, ...rest]) =>
      [first, third, second, ...rest].filter((sheet) => sheet !== undefined),
  })
  expect(told(swapped)).toContain('heading-order handout.pdf: What bread is')
  expect(told(swapped)).not.toContain('heading-missing handout.pdf: What bread is')
})

describe('equal titles', () => {
  const twins = guide([
    section('One', part('Try it', paragraph('First.')), part('Try it', paragraph('Second.'))),
  ])
  const deck = ['One', 'Try it', 'Try it'].map((text, index) => ({
    headings: [{ level: index === 0 ? 1 : 2, text }],
    words: [text],
  }))
  const made = (sheets: typeof deck): Artefacts => ({
    guide: twins,
    words: english,
    ledger: [],
    deckMarkdown: markdown(sheets),
    deckHtml: readDeckHtml(html(sheets)),
    deckPdf: pdf(sheets),
  })

  test('stand as often as in the guide', () => {
    expect(told(made(deck))).toEqual([])
  })

  test('one of two is missing', () => {
    expect(told(made(deck.slice(0, 2)))).toContain('heading-missing deck.pdf: Try it')
  })

  test('three are one too many', () => {
    expect(told(made([...deck, ...deck.slice(2)]))).toContain('heading-repeated deck.pdf: Try it')
  })
})

describe('what headings may look like', () => {
  const made = (title: string | readonly Inline[], shown: string): Artefacts => {
    const sheets = [
      {
        headings: [
          { level: 1, text: 'One' },
          { level: 2, text: shown },
        ],
        words: ['One', shown],
      },
    ]
    return {
      words: english,
      guide: guide([section('One', part(title, paragraph('Text.')))]),
      ledger: [],
      deckPdf: pdf(sheets),
    }
  }

  test('ligatures, blanks, quotes and case make no difference', () => {
    expect(told(made('The “office” of open-source', 'The "oﬃce"  of open- source'))).toEqual([])
  })

  test('maths may be any text', () => {
    const title = [
      ...words('Why '),
      { type: 'inlineMath', value: 'x^2' } as unknown as Inline,
      ...words(' is never negative'),
    ]
    expect(told(made(title, 'Why 𝑥2 is never negative'))).toEqual([])
    expect(told(made(title, 'Why 𝑥2 is often negative'))).not.toEqual([])
  })

  test('the mark of a footnote may be any number, but no other words', () => {
    const title = [...words('Why'), { type: 'footnoteReference', identifier: 'a' } as unknown as Inline]
    expect(told(made(title, 'Why2'))).toEqual([])
    expect(told(made(title, 'Why not'))).not.toEqual([])
  })

  test('a title that ends like a mark is a heading', () => {
    expect(told(made('Step 2 of 3', 'Step 2 of 3'))).toEqual([])
  })

  test("a part with the author's own slide may have any heading in the deck", () => {
    const own = {
      kind: 'slide',
      id: 's',
      place: { file: '', line: 1, column: 1 },
      markdown: '# Boo',
    } as const
    const sheets = [
      {
        headings: [
          { level: 1, text: 'One' },
          { level: 1, text: 'Boo' },
        ],
        words: ['One', 'Boo'],
      },
    ]
    expect(
      told({
        words: english,
        guide: guide([section('One', part('Mine', own))]),
        ledger: [],
        deckPdf: pdf(sheets),
      }),
    ).toEqual([])
  })
})
