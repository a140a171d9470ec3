import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfFirstSentence, splitAt, wordCount } from '../../src/deck/sentences.js'
import { plainText, type Inline } from '../../src/guide/index.js'

const first = (text: string, lang = 'en') => text.slice(0, endOfFirstSentence(text, lang)).trim()

describe('sentences', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['It costs 3.5 million. More.', 'It costs 3.5 million.'],
    ['Some tools, e.g. Llama, are open. Others are not.', 'Some tools, e.g. Llama, are open.'],
    ['Dr. Smith came. She left.', 'Dr. Smith came.'],
    ['See p. 4 for more. Then go on.', 'See p. 4 for more.'],
    ['Is it open? Yes.', 'Is it open?'],
    ['3. Choose the kind of data. Then go on.', '3. Choose the kind of data.'],
    ['No end', 'No end'],
    ['It supports all versions of\nNode. More.', 'It supports all versions of\nNode.'],
    ['The tree\n— a plant', 'The tree\n— a plant'],
  ])('the first of "%s"', (text, expected) => expect(first(text)).toBe(expected))

  it('finds the end in scripts of their own', () => {
    expect(first('これは文です。次の文です。', 'ja')).toBe('これは文です。')
    expect(first('这是一句。第二句。', 'zh')).toBe('这是一句。')
  })

  it('counts words, and characters where there are no blanks', () => {
    expect(wordCount('one two – three')).toBe(3)
    expect(wordCount('これは文です')).toBe(3)
  })

  it('loses nothing in a cut', () => {
    const inline: fc.Arbitrary<Inline> = fc.letrec<{ node: Inline }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 2 },
        fc.string({ minLength: 1 }).map((value): Inline => ({ type: 'text', value })),
        fc.string({ minLength: 1 }).map((value): Inline => ({ type: 'inlineCode', value })),
        fc
          .array(tie('node'), { minLength: 1, maxLength: 3 })
          .map((children): Inline => ({ type: 'strong', children })),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), fc.nat(40), (text, offset) => {
        const { first: before, rest } = splitAt(text, offset)
        const squeeze = (nodes: readonly Inline[]) => plainText(nodes).replace(/\s/g, '')
        expect(squeeze(before) + squeeze(rest)).toBe(squeeze(text))
      }),
    )
  })
})
