/**
 * How KaTeX draws, on slides and on paper alike: MathML, and nothing that a formula could use to load a file, name a
 * program, grow without end (`\def\a{\a\a}`) or be larger than the paper. Sizes in em.
 */
export const FORMULA = {
  output: 'mathml',
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  maxSize: 50,
} as const
