import { typeStep, type TypeStep } from '../look/index.js'

/** px of the text column, and of the margin. */
const COLUMN = 888
const MARGIN = 224

/** The class of a text in the text column: the largest size that holds it. */
export function sizeClass(text: string, steps: readonly TypeStep[]): string {
  return typeStep(text, steps, COLUMN).name
}

/** Steps of look.md by role, largest first, as rubric.css has them. */
export const STEPS = {
  title: [
    { name: '', upTo: 30, size: 144, tracking: -0.03 },
    { name: 'long', upTo: 60, size: 112, tracking: -0.03 },
    { name: 'longer', upTo: 150, size: 88, tracking: -0.022 },
    { name: 'wordy', upTo: 150, size: 48, tracking: -0.016 },
    { name: 'longest', upTo: Number.POSITIVE_INFINITY, size: 38, tracking: -0.016 },
  ],
  divider: [
    { name: '', upTo: 42, size: 104, tracking: -0.024 },
    { name: 'long', upTo: 80, size: 72, tracking: -0.024 },
    { name: 'longer', upTo: 170, size: 56, tracking: -0.016 },
    { name: 'longest', upTo: Number.POSITIVE_INFINITY, size: 36 },
  ],
  slide: [
    { name: '', upTo: 62, size: 54, tracking: -0.012 },
    { name: 'long', upTo: 125, size: 44, tracking: -0.012 },
    { name: 'longest', upTo: Number.POSITIVE_INFINITY, size: 28 },
  ],
  number: [
    { name: '', upTo: 9, size: 168, tracking: -0.02 },
    { name: 'long', upTo: Number.POSITIVE_INFINITY, size: 120, tracking: -0.02 },
  ],
  statement: [
    { name: '', upTo: 90, size: 72, tracking: -0.016 },
    { name: 'long', upTo: 190, size: 56, tracking: -0.016 },
    { name: 'longer', upTo: Number.POSITIVE_INFINITY, size: 44, tracking: -0.016 },
  ],
} as const satisfies Record<string, readonly TypeStep[]>

/** Of the margin block, whose letters are a little narrower than those of the voice. */
const LABEL = [
  { name: '', upTo: Number.POSITIVE_INFINITY, size: 20, tracking: -0.03 },
  { name: 'long-label', upTo: Number.POSITIVE_INFINITY, size: 17, tracking: -0.03 },
]

/** The class of a slide whose label has a word that is too long for the margin; '' where it has none. */
export function labelClass(label: string): string {
  return typeStep(label.replace(/[-/]/g, '$& '), LABEL, MARGIN).name
}
