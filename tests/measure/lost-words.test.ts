import { describe, expect, test } from 'vitest'
import { lostWords } from './lost-words.js'
import { guideWords } from './guide-words.js'
import { wordsOf } from './words.js'

const lostFrom = (source: string, printed: string): readonly string[] =>
  lostWords(guideWords(source), wordsOf(printed)).map(({ word }) => word)

const guide = `# Bread

Flour and water wait for the salt. The salt comes last, and the water is cold.

- Weigh the flour.
- Wait an hour: the dough rests.

| Step | Time |
| --- | --- |
| Knead | ten minutes |
`
const printed =
  'Bread Flour and water wait for the salt. The salt comes last, and the water is cold. Weigh the flour. Wait an hour: the dough rests. Step Time Knead ten minutes'

describe('what the handout lacks is found', () => {
  test('nothing is lost where all stands there', () => {
    expect(lostFrom(guide, printed)).toEqual([])
  })

  test('each word alone, even where it stands elsewhere', () => {
    const words = printed.split(' ')
    for (let index = 0; index < words.length; index++) {
      const without = words.toSpliced(index, 1).join(' ')
      expect(lostFrom(guide, without), without).toEqual(wordsOf(words[index] ?? ''))
    }
  })

  test('a table of contents needs its words once, as headings', () => {
    const source =
      '## Contents\n\n- [Flour](#flour)\n- [Water](#water)\n- [Salt](#salt)\n\n## Flour\n\n## Water\n\n## Salt\n'
    expect(lostFrom(source, 'Contents Flour Water Salt')).toEqual([])
    expect(lostFrom(source, 'Contents Flour Salt')).toContain('Water')
  })

  test('a word is not replaced by one that stands far away', () => {
    const far = ' filler'.repeat(2000)
    expect(lostFrom(guide, `${printed.replace(' cold', '')}${far} cold`)).toEqual(['cold'])
  })

  test('each lost word comes with its line', () => {
    const found = lostWords(guideWords(guide), wordsOf(printed.replace('ten', '')))
    expect(found).toEqual([{ word: 'ten', line: 10 }])
  })

  test('a letter more or less, or another case, is another word', () => {
    expect(lostFrom(guide, printed.replace('Weigh', 'weigh'))).toEqual(['Weigh'])
    expect(lostFrom(guide, printed.replace('rests', 'rest'))).toEqual(['rests'])
  })
})

describe('what was only set otherwise is not lost', () => {
  test.each([
    ['a page turns in a paragraph', printed.replace('salt. The', 'salt. Page 3 of 9 Bread The')],
    ['a line ends in a word', printed.replace('minutes', 'min- utes').replace('Weigh', 'We igh')],
    ['two words are run together', printed.replace('ten minutes', 'tenminutes')],
    [
      'ligatures, soft hyphens, letters of a font',
      printed.replace('the flour', 'the \uFB02our').replace('salt.', 'sa\u00ADlt.'),
    ],
    ['parts stand in another order', printed.replace(/^(.*cold\.)(.*)$/, '$2 $1')],
  ])('%s', (_, text) => {
    expect(lostFrom(guide, text)).toEqual([])
  })

  test('letters that no font had stand as their codes', () => {
    expect(lostFrom('漢字 and words', '[U+6F22][U+5B57] and words')).toEqual([])
  })

  test('joined letters that the PDF names apart from their glyphs count as read, others do not', () => {
    expect(lostFrom('\u0641\u0627\u0631\u0633', '\u0633\u0631\u0627 \uFFFC')).toEqual([])
    expect(lostFrom('\u0641\u0627\u0631\u0633', '\u0633\u0631\u0627')).toHaveLength(1)
    expect(lostFrom('salt', 'sal \uFFFC')).toEqual(['salt'])
  })

  test('letters from the right stand in either order', () => {
    expect(lostFrom('\u05E9\u05DC\u05D5\u05DD', '\u05DD\u05D5\u05DC\u05E9')).toEqual([])
  })
})

describe('the words that a guide owes to its handout', () => {
  const words = (source: string): string =>
    guideWords(source)
      .flatMap((chunk) => chunk.words)
      .join(' ')

  test.each([
    ['front matter', '---\ntitle: No\n---\nyes', 'yes'],
    ['a comment', 'yes <!-- no -->\n\n<!-- no\n\nno -->\n\nyes', 'yes yes'],
    ['a comment in code', '```html\n<!-- yes -->\n```\n\n`<!-- yes -->`', 'yes yes'],
    ['notes', 'yes\n\n:::notes\nno\n:::\n\nyes', 'yes yes'],
    ['notes around another directive', '::::notes\nno\n:::tip\nno\n:::\nno\n::::\nyes', 'yes'],
    ['a label', ':::exercise[Yes]{minutes=5}\nyes\n:::', 'Yes yes'],
    ['a solution', ':::exercise\nyes\n:::solution\nyes\n:::\n:::', 'yes yes'],
    ['a solution held back', '---\nsolutions: facilitator\n---\n:::solution\nno\n:::\nyes', 'yes'],
    ['attributes', '## Yes {#no minutes=5}\n\n![no](no.png){alt="no" .no}', 'Yes'],
    ['maths', 'yes $no$ yes\n\n$$no$$\n\n\\(no\\), $5 yes and $6', 'yes yes 5 yes and 6'],
    ['template tags', '{% no %} yes {{ no.no }}', 'yes'],
    [
      'HTML',
      '<p class="no">yes <b>y</b>es</p>\n\n<script>no</script>\n\nye<sub>s</sub> &amp; yes',
      'yes yes yes yes',
    ],
    [
      'links and pictures',
      '[yes](no) ![no](no) <https://yes.org> [yes][no]\n\n[no]: no',
      'yes https yes org yes',
    ],
    ['footnotes', 'yes[^1]\n\n[^1]: yes', 'yes yes'],
    ['alerts and tasks', '> [!NOTE]\n> yes\n\n- [x] yes', 'yes yes'],
    ['code with its language', '```js title=no\nyes\n```', 'yes'],
  ])('%s', (_, source, wanted) => {
    expect(words(source)).toBe(wanted)
  })
})
