import type { Artefacts } from '../../src/check/index.js'
import type { Guide } from '../../src/guide/model.js'
import { artefacts } from './artefacts.js'
import type { Sheet } from './artefacts.js'
import {
  exercise,
  guide,
  implicitPart,
  keyPoints,
  list,
  notes,
  paragraph,
  part,
  section,
  solution,
  table,
} from './guide.js'

const flour =
  'Bread needs flour, water, salt and time; the baker decides how much of each goes into the bowl.'
const knead = 'Knead the dough for ten minutes until it is smooth and springs back under your thumb.'
const answer = 'The yeast has eaten the sugar of the flour and made gas, which lifts the dough.'
const spoken = 'Tell them how your grandmother used to bake on Saturdays before the sun was up.'
const proof = 'A warm kitchen halves the time that the dough takes to rise.'

/** A small guide with one of each thing that is checked. */
export const bread: Guide = guide([
  section(
    'What bread is',
    implicitPart('What bread is', paragraph(flour), notes(spoken)),
    part(
      'Kneading',
      paragraph(knead),
      list('Ten minutes', 'By hand'),
      exercise('Why does it rise?', [paragraph('Look into the bowl.')], solution(answer)),
    ),
  ),
  section(
    'Baking',
    part('Proving', paragraph(proof), table(['Oven', 'Minutes'], ['200', '40'], ['220', '30'])),
    part(
      'Cooling',
      paragraph('Let it cool on a rack.'),
      keyPoints('Heat makes the crust.', 'Steam keeps it thin.'),
    ),
  ),
])

const deck: readonly Sheet[] = [
  { headings: [{ level: 1, text: 'A small guide' }], words: ['A small guide'] },
  { headings: [{ level: 1, text: 'What bread is' }], words: ['What bread is'] },
  {
    headings: [{ level: 2, text: 'What bread is' }],
    words: ['What bread is', 'Bread needs flour'],
    notes: `${flour} ${spoken}`,
  },
  { headings: [{ level: 2, text: 'Kneading' }], words: ['Kneading', 'Ten minutes', 'By hand'], notes: knead },
  {
    headings: [{ level: 2, text: 'Why does it rise?' }],
    words: ['Why does it rise?', 'Look into the bowl.'],
  },
  { headings: [{ level: 2, text: 'Solution' }], words: ['Solution', answer] },
  { headings: [{ level: 1, text: 'Baking' }], words: ['Baking'] },
  {
    headings: [{ level: 2, text: 'Proving' }],
    words: ['Proving', 'Oven', 'Minutes', '200', '40'],
    notes: proof,
  },
  {
    headings: [{ level: 2, text: 'Proving 2 of 2' }],
    words: ['Proving 2 of 2', 'Oven', 'Minutes', '220', '30'],
  },
  { headings: [{ level: 2, text: 'Cooling' }], words: ['Cooling', 'Let it cool on a rack.'] },
  {
    headings: [{ level: 2, text: 'Key points' }],
    words: ['Key points', 'Heat makes the crust.', 'Steam keeps it thin.'],
  },
]

const handout: readonly Sheet[] = [
  {
    headings: [{ level: 1, text: 'A small guide' }],
    words: ['A small guide', 'Contents', 'What bread is 2', 'Baking 3'],
  },
  {
    headings: [
      { level: 2, text: '1 What bread is' },
      { level: 3, text: 'Kneading' },
      { level: 3, text: 'Exercise 1 Why does it rise?' },
    ],
    words: [
      '1 What bread is',
      flour,
      'Kneading',
      knead,
      'Ten minutes',
      'By hand',
      'Exercise 1 Why does it rise?',
      'Look into the bowl.',
    ],
  },
  {
    headings: [
      { level: 2, text: '2 Baking' },
      { level: 3, text: 'Proving' },
      { level: 3, text: 'Cooling' },
      { level: 3, text: 'Key points' },
    ],
    words: [
      '2 Baking',
      'Proving',
      proof,
      'Oven',
      'Minutes',
      '200',
      '40',
      '220',
      '30',
      'Cooling',
      'Let it cool on a rack.',
      'Key points',
      'Heat makes the crust.',
      'Steam keeps it thin.',
    ],
  },
  { headings: [{ level: 2, text: 'Solutions' }], words: ['Solutions', answer] },
]

const facilitator: readonly Sheet[] = [
  { words: ['What bread is', spoken, 'Why does it rise?', 'Look into the bowl.', answer] },
  { words: ['Baking', 'Heat makes the crust.', 'Steam keeps it thin.'] },
]

/** Its artefacts, with nothing wrong; `change` alters slides or pages. */
export function bake(
  change: { readonly deck?: Change; readonly handout?: Change; readonly facilitator?: Change } = {},
  of: Guide = bread,
): Artefacts {
  return artefacts(of, {
    deck: change.deck?.(deck) ?? deck,
    handout: change.handout?.(handout) ?? handout,
    facilitator: change.facilitator?.(facilitator) ?? facilitator,
  })
}

export type Change = (sheets: readonly Sheet[]) => readonly Sheet[]

/** Takes a text out of every sheet, as word and as heading. */
export function without(...texts: readonly string[]): Change {
  return (sheets) =>
    sheets.map((sheet) => ({
      ...sheet,
      words: sheet.words.filter((word) => !texts.includes(word)),
      headings: (sheet.headings ?? []).filter((heading) => !texts.includes(heading.text)),
    }))
}

/** Replaces a text by another in words, headings and notes. */
export function replacing(from: string, to: string): Change {
  return (sheets) =>
    sheets.map((sheet) => ({
      words: sheet.words.map((word) => word.replace(from, to)),
      headings: (sheet.headings ?? []).map(({ level, text }) => ({ level, text: text.replace(from, to) })),
      ...(sheet.notes === undefined ? {} : { notes: sheet.notes.replace(from, to) }),
    }))
}

export const texts = { flour, knead, answer, spoken, proof }
