import { describe, expect, test } from 'vitest'
import { checkWords } from '../../src/check/index.js'
import type { Artefacts } from '../../src/check/index.js'
import type { Guide, Inline } from '../../src/guide/model.js'
import { ledger } from '../../src/guide/ledger.js'
import { english, pdf } from './artefacts.js'
import { bake, bread, replacing, texts, without } from './bread.js'
import { code, guide, list, paragraph, part, section, table, words } from './guide.js'

function told(artefacts: Artefacts): readonly string[] {
  return checkWords(artefacts).map(({ message }) => message)
}

describe('words are missing', () => {
  test('a paragraph on paper', () => {
    expect(told(bake({ handout: without(texts.knead) }))).toEqual([
      'These words are missing in handout.pdf: "Knead the dough for ten minutes until it …"',
    ])
  })

  test('the end of a paragraph', () => {
    expect(told(bake({ handout: replacing(' under your thumb.', '') }))).toEqual([
      'These words are missing in handout.pdf: "under your thumb."',
    ])
  })

  test('one word in the middle', () => {
    expect(told(bake({ handout: replacing('smooth and springs', 'smooth and') }))).toEqual([
      'These words are missing in handout.pdf: "springs back under your thumb."',
    ])
  })

  test('a short cell of a table', () => {
    expect(told(bake({ handout: without('30') }))).toEqual(['These words are missing in handout.pdf: "30"'])
    expect(told(bake({ deck: without('30') }))).toEqual([
      'These words are missing in deck.pdf and in the notes of deck.html: "30"',
    ])
  })

  test('a prose paragraph neither on a slide nor in its notes', () => {
    expect(told(bake({ deck: replacing(texts.proof, '') }))).toEqual([
      'These words are missing in deck.pdf and in the notes of deck.html: "A warm kitchen halves the time that the …"',
    ])
  })

  test('an exercise on its slide', () => {
    expect(told(bake({ deck: without('Look into the bowl.') }))).toEqual([
      'These words are missing in deck.pdf: "Look into the bowl."',
    ])
  })

  test("the author's notes", () => {
    expect(told(bake({ deck: replacing(texts.spoken, '') }))).toEqual([
      'These words are missing in deck.html: "Tell them how your grandmother used to bake …"',
    ])
    expect(told(bake({ facilitator: without(texts.spoken) }))).toEqual([
      'These words are missing in facilitator.pdf: "Tell them how your grandmother used to bake …"',
    ])
  })

  test('a whole section is told once, at its line', () => {
    const artefacts = bake({
      handout: (sheets) =>
        sheets
          .toSpliced(2, 1)
          .map((sheet) => ({ ...sheet, words: sheet.words.filter((word) => word !== 'Baking 3') })),
    })
    const found = checkWords(artefacts).filter(({ message }) => message.includes('handout'))
    expect(found.map(({ message }) => message)).toEqual([
      'The words of the whole section "Baking" are missing in handout.pdf.',
    ])
    expect(found[0]?.place).toEqual(bread.sections[1]?.place)
  })
})

describe('what stands there', () => {
  const made = (of: Guide, ...pages: readonly (readonly string[])[]): Artefacts => ({
    guide: of,
    words: english,
    ledger: ledger(of),
    handoutPdf: pdf(pages.map((page) => ({ words: page }))),
  })
  const one = (...blocks: Parameters<typeof part>[1][]): Guide =>
    guide([section('One', part('Two', ...blocks))])

  test('a lost duplicate is noticed, wherever the other stands', () => {
    const twice = one(
      paragraph('Wash your hands first.'),
      paragraph('Then bake.'),
      paragraph('Wash your hands first.'),
    )
    expect(
      told(made(twice, ['One', 'Two', 'Wash your hands first.', 'Then bake.', 'Wash your hands first.'])),
    ).toEqual([])
    const found = checkWords(made(twice, ['One', 'Two', 'Then bake.', 'Wash your hands first.']))
    expect(found.map(({ place }) => place?.line)).toEqual([
      twice.sections[0]?.parts[0]?.blocks[0]?.place.line,
    ])
  })

  test('short items are not found inside of longer texts', () => {
    const of = one(paragraph('We say yes and no to many things.'), list('Yes', 'No'))
    expect(told(made(of, ['One', 'Two', 'We say yes and no to many things.', 'Yes', 'No']))).toEqual([])
    expect(told(made(of, ['One', 'Two', 'We say yes and no to many things.', 'Yes']))).toEqual([
      'These words are missing in handout.pdf: "No"',
    ])
  })

  test('a word is not found across words, nor a cell across cells', () => {
    const of = one(paragraph('Functions'), code('function showAll'))
    expect(told(made(of, ['One', 'Two', 'Functions', 'function showAll']))).toEqual([])
    expect(told(made(of, ['One', 'Two', 'function showAll', 'Functions']))).toEqual([])
    const cells = one(table(['Name', 'getUserMessages'], ['get', 'User'], ['Messages', 'x']))
    expect(
      told(made(cells, ['One', 'Two', 'Name', 'getUserMessages', 'get', 'User', 'Messages', 'x'])),
    ).toEqual([])
  })

  test('code that stands alone and again inside of other code', () => {
    const of = one(code('sum(x, y)'), code('sum(x, y)\nif (a) show(x)'), code('if (a) show(x)\nsum(x, y)'))
    const page = [
      'One',
      'Two',
      'sum(x, y)',
      'sum(x, y)',
      'Two 2 of 2',
      'if (a) show(x)',
      'if (a) show(x)',
      'sum(x, y)',
    ]
    expect(told(made(of, page))).toEqual([])
    expect(told(made(of, page.slice(0, 6)))).not.toEqual([])
  })

  test('what contents and the key points page mention does not stand in its place', () => {
    const of = guide([section('First', part('Two', paragraph('A point of note.'))), section('Second')])
    const pages = (text: string): Artefacts => ({
      guide: of,
      words: english,
      ledger: ledger(of),
      handoutPdf: pdf([
        { words: ['First', 'Second', 'A point of note.'] },
        {
          headings: [
            { level: 2, text: '1. First' },
            { level: 3, text: 'Two' },
          ],
          words: ['1. First', 'Two', text],
        },
        { headings: [{ level: 2, text: '2. Second' }], words: ['2. Second'] },
        { headings: [{ level: 2, text: 'Links' }], words: ['Links', 'A point of note.'] },
      ]),
    })
    expect(told(pages('A point of note.'))).toEqual([])
    expect(told(pages(''))).toEqual(['These words are missing in handout.pdf: "A point of note."'])
  })

  test('a section whose title has no word still holds what stands in it', () => {
    const of = guide([
      section('First', part('Two', paragraph('One thing of note.'))),
      section('🚀', part('Three', paragraph('Another thing of note.'))),
      section('Last', part('Four', paragraph('The end of it.'))),
    ])
    const pages = (text: string): Artefacts => ({
      guide: of,
      words: english,
      ledger: ledger(of),
      handoutPdf: pdf(
        [
          ['1. First', 'Two', 'One thing of note.'],
          ['2. 🚀', 'Three', text],
          ['3. Last', 'Four', 'The end of it.'],
        ].map((page) => ({
          headings: page.slice(0, 2).map((title, index) => ({ level: index + 2, text: title })),
          words: page,
        })),
      ),
    })
    expect(told(pages('Another thing of note.'))).toEqual([])
    expect(told(pages(''))).toEqual(['These words are missing in handout.pdf: "Another thing of note."'])
  })

  test('words from right to left may be drawn in another order', () => {
    const of = one(paragraph('זהו מודל פתוח (Llama 3) שנקרא כך מ-2 סיבות'))
    expect(told(made(of, ['One', 'Two', 'זהו מודל פתוח 3 Llama שנקרא כך 2-מ סיבות']))).toEqual([])
    expect(told(made(of, ['One', 'Two', 'זהו מודל פתוח 3 Llama שנקרא 2-מ סיבות']))).toHaveLength(1)
  })

  test('a footnote mark, a margin note and line numbers may stand between words', () => {
    const of = one(
      paragraph('An AI model takes your question in and gives an answer out.'),
      code('let a = 1\nlet b = 2\nreturn a'),
    )
    const page = [
      'One',
      'Two',
      'An AI model 1 takes your question Model: the part that does the work, as you will see. in and gives an answer2 out.',
      '1 let a = 1 2 let b = 2 3 return a',
    ]
    expect(told(made(of, page))).toEqual([])
  })

  test('a paragraph goes on over a page', () => {
    const of = one(paragraph('A long paragraph that is split between two pages of paper.'))
    expect(
      told(made(of, ['One', 'Two', 'A long paragraph that is split'], ['between two pages of paper.'])),
    ).toEqual([])
  })

  test('solutions and glossaries may come later', () => {
    const of = one(
      paragraph('First comes this.'),
      paragraph('It is answered here.'),
      paragraph('Last comes that.'),
    )
    expect(
      told(made(of, ['One', 'Two', 'First comes this.', 'Last comes that.', 'It is answered here.'])),
    ).toEqual([])
  })

  test('ligatures, soft hyphens, superscripts and curly quotes', () => {
    const of = one(paragraph('The office’s “fluffy” x² is fine'))
    expect(told(made(of, ['One', 'Two', 'The oﬃce\'s "fl\u00ADuf\u200Bfy" x2 is ﬁne']))).toEqual([])
  })

  test('words beside maths', () => {
    const text = [
      ...words('We know that '),
      { type: 'inlineMath', value: 'a^2' } as unknown as Inline,
      ...words(' is a square'),
    ]
    expect(told(made(one(paragraph(text)), ['One', 'Two', 'We know that 𝑎2 is a square']))).toEqual([])
    expect(told(made(one(paragraph(text)), ['One', 'Two', 'We know that 𝑎2']))).toEqual([
      'These words are missing in handout.pdf: "is a square"',
    ])
  })

  test('scripts without blanks', () => {
    const of = guide([section('一', part('二', paragraph('人工知能は私たちの生活を変えます。')))], {
      lang: 'ja',
    })
    expect(told(made(of, ['一', '二', '人工知能は私たちの 生活を変えます。']))).toEqual([])
    expect(told(made(of, ['一', '二', '人工知能は私たちの']))).toEqual([
      'These words are missing in handout.pdf: "生活を変えます"',
    ])
  })
})

describe('speed', () => {
  test('60,000 words and a long table are compared in time that grows with their length', () => {
    const text = (n: number): string =>
      Array.from({ length: 60 }, (_, i) => `word${(n * 7919 + i * 104_729) % 5000}`).join(' ')
    const rows = Array.from({ length: 240 }, (_, i) => [
      `Row ${i}`,
      'yes',
      i % 3 ? 'no' : 'not available here',
      '12',
    ])
    const paragraphs = Array.from({ length: 1000 }, (_, i) => text(i))
    const of = guide([
      section('One', part('Two', ...paragraphs.map((one) => paragraph(one)), table(...rows))),
    ])
    const page = ['One', 'Two', ...paragraphs, ...rows.flat()]
    const artefacts = { guide: of, words: english, ledger: ledger(of), handoutPdf: pdf([{ words: page }]) }
    const start = performance.now()
    expect(checkWords(artefacts)).toEqual([])
    const lost = page.filter((_, index) => index % 2 === 0)
    expect(checkWords({ ...artefacts, handoutPdf: pdf([{ words: lost }]) }).length).toBeGreaterThan(500)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
