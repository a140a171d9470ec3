import { longestWord, visualLength } from '../look/index.js'

interface Step {
  readonly name: string
  /** The step is taken above this length … */
  readonly over: number
  /** … or where a word is longer than this. */
  readonly word: number
}

/** The first class of `steps` (smallest first) that a text is long enough for; '' where it keeps the full size. */
export function sizeClass(text: string, steps: readonly Step[]): string {
  const length = visualLength(text)
  const word = longestWord(text)
  return steps.find((step) => length > step.over || word > step.word)?.name ?? ''
}

/** Steps of look.md by role, smallest first; the words are what 888 px hold at the size before. */
export const STEPS = {
  title: [
    { name: 'longest', over: 150, word: 27 },
    { name: 'longer', over: 60, word: 15 },
    { name: 'long', over: 30, word: 11 },
  ],
  divider: [
    { name: 'longest', over: 170, word: 34 },
    { name: 'longer', over: 80, word: 24 },
    { name: 'long', over: 42, word: 16 },
  ],
  slide: [
    { name: 'longest', over: 125, word: 40 },
    { name: 'long', over: 62, word: 32 },
  ],
  statement: [
    { name: 'longer', over: 190, word: 30 },
    { name: 'long', over: 90, word: 23 },
  ],
} as const
