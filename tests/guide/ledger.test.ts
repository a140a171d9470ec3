import { describe, expect, test } from 'vitest'
import { ledger } from '../../src/guide/ledger.js'
import type { Block, Guide, Inline } from '../../src/guide/model.js'
import {
  code,
  exercise,
  guide,
  keyPoints,
  list,
  notes,
  paragraph,
  part,
  section,
  solution,
  table,
  words,
} from '../check/guide.js'

/** "kind text → venues", with a mark on what is secret. */
function lines(of: Guide): readonly string[] {
  return ledger(of).map(
    ({ kind, text, venues, secret }) => `${kind} ${text} → ${venues.join(' ')}${secret ? ' !' : ''}`,
  )
}

function inPart(...blocks: readonly Block[]): readonly string[] {
  return lines(guide([section('S', part('P', ...blocks))])).slice(2)
}

const at = { id: 'x', place: { file: 'guide.md', line: 1, column: 1 } } as const

describe('where words belong', () => {
  test('headings of sections and parts', () => {
    expect(lines(guide([section('S', part('P'))]))).toEqual([
      'section S → slide handout facilitator',
      'part P → slide handout',
    ])
  })

  test('words on both sides of a picture, for which a labelled box may stand', () => {
    const image = { type: 'image', url: 'a.png', alt: 'A' } as const
    const text: readonly Inline[] = [
      ...words('First words '),
      image,
      ...words(' second ones '),
      image,
      ...words(' x'),
    ]
    expect(inPart(paragraph(text))).toEqual([
      'text First words → deck handout',
      'text second ones → deck handout',
      'text x → deck handout',
    ])
    expect(inPart(paragraph([...words('API '), image]))).toEqual(['text API → deck handout'])
  })

  test('a part that has no heading has no words of its own', () => {
    const introduction = { ...part('S', paragraph('Hello')), headed: false }
    expect(lines(guide([], { introduction }))).toEqual(['text Hello → deck handout'])
  })

  test('ordinary blocks, word by word', () => {
    expect(
      inPart(
        paragraph('One'),
        list('Two', 'Three'),
        table(['Four', ''], ['Five', '6']),
        code('let a\n  = 1'),
      ),
    ).toEqual([
      'text One → deck handout',
      'text Two → deck handout',
      'text Three → deck handout',
      'cell Four → deck handout',
      'cell Five → deck handout',
      'cell 6 → deck handout',
      'code let a = 1 → deck handout',
    ])
  })

  test('notes are secret, wherever they stand', () => {
    expect(inPart(notes('Say it'))).toEqual(['text Say it → notes facilitator !'])
    expect(inPart(exercise('E', [notes('Wait')]))).toContain('text Wait → notes facilitator !')
    const columns: Block = { ...at, kind: 'columns', columns: [[notes('Wait')], [paragraph('Two')]] }
    expect(inPart(columns)).toEqual(['text Wait → notes facilitator !', 'text Two → deck handout'])
    const callout: Block = {
      ...at,
      kind: 'callout',
      tone: 'tip',
      title: words('Tip'),
      blocks: [paragraph('Psst')],
    }
    expect(inPart({ ...at, kind: 'notes', blocks: [callout] })).toEqual([
      'text Tip → notes facilitator !',
      'text Psst → notes facilitator !',
    ])
  })

  test('exercises and their solutions', () => {
    const block = exercise('E', [paragraph('Do')], solution('Done'))
    expect(inPart(block)).toEqual([
      'exercise E → slide handout facilitator',
      'text Do → slide handout facilitator',
      'text Done → slide handout facilitator',
    ])
    const of = guide([section('S', part('P', block))])
    const heldBack = { ...of, frontMatter: { ...of.frontMatter, solutions: 'facilitator' as const } }
    expect(lines(heldBack).at(-1)).toBe('text Done → facilitator !')
  })

  test('key points, openings, callouts, glossaries, what is for paper only', () => {
    expect(inPart(keyPoints('Point'))).toEqual(['keypoints Point → slide handout facilitator'])
    expect(
      inPart({ ...at, kind: 'callout', tone: 'tip', title: words('T'), blocks: [paragraph('C')] }),
    ).toEqual(['text T → deck handout facilitator', 'text C → deck handout facilitator'])
    expect(inPart({ ...at, kind: 'handout', blocks: [paragraph('H')] })).toEqual([
      'text H → handout facilitator',
    ])
    const entry = { ...at, term: words('Term'), meaning: words('meaning') }
    expect(inPart({ ...at, kind: 'glossary', entries: [entry], blocks: [] })).toEqual([
      'text Term → handout facilitator',
      'text meaning → handout facilitator',
    ])
    const opening = { ...at, kind: 'questions' as const, blocks: [list('Why?')] }
    expect(lines(guide([{ ...section('S'), openings: [opening] }])).at(-1)).toBe(
      'text Why? → slide handout facilitator',
    )
  })

  test("the author's own slide is not read, and stands for its part's title", () => {
    const own: Block = { ...at, kind: 'slide', markdown: '# Boo' }
    expect(lines(guide([section('S', part('P', own, paragraph('Rest')))]))).toEqual([
      'section S → slide handout facilitator',
      'part P → handout',
      'text Rest → deck handout',
    ])
  })
})

describe('footnotes', () => {
  const note = { ...at, identifier: 'a', number: 1, blocks: [paragraph('Noted')] }
  const marked = (text: string): Inline[] => [...words(text), { type: 'footnoteReference', identifier: 'a' }]

  test('stand on paper', () => {
    const of = guide([section('S', part('P', paragraph(marked('One'))))], { footnotes: [note] })
    expect(lines(of).slice(2)).toEqual(['text One → deck handout', 'text Noted → handout'])
  })

  test('of notes alone are secret', () => {
    const secret: Block = { ...at, kind: 'notes', blocks: [paragraph(marked('One'))] }
    const of = guide([section('S', part('P', secret))], { footnotes: [note] })
    expect(lines(of).at(-1)).toBe('text Noted → facilitator !')
  })
})

describe('plain text', () => {
  const text = (...inlines: Inline[]): readonly string[] =>
    inPart(paragraph(inlines)).map((line) => line.slice(5, -15))

  test('marks, links, code and breaks read on; pictures and HTML have no words', () => {
    expect(
      text(
        { type: 'text', value: 'An\n' },
        { type: 'strong', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'open' }] }] },
        { type: 'text', value: ' model' },
        { type: 'break' },
        { type: 'link', url: 'https://example.org', children: [{ type: 'inlineCode', value: 'a:b' }] },
        { type: 'html', value: '<sup>' },
        { type: 'image', url: 'x.png', alt: 'A picture' },
        { type: 'text', value: '!' },
      ),
    ).toEqual(['An open model a:b'])
  })

  test('is cut at maths, and crumbs are left out', () => {
    const maths = { type: 'inlineMath', value: 'x' } as unknown as Inline
    expect(
      text(...words('As we know, '), maths, ...words(' is '), maths, ...words(', which helps.')),
    ).toEqual(['As we know,', ', which helps.'])
  })
})
