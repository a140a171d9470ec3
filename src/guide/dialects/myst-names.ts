import { LIST_TABLE } from './list-tables.js'
import { toneOf } from './tones.js'

/** Names that a directive of ours has in MyST. */
export const OURS: Readonly<Record<string, string>> = {
  exercise: 'exercise',
  challenge: 'exercise',
  discussion: 'exercise',
  solution: 'solution',
  objectives: 'objectives',
  questions: 'questions',
  keypoints: 'keypoints',
  prereq: 'prereq',
  prerequisites: 'prereq',
  glossary: 'glossary',
  instructor: 'notes',
  'instructor-note': 'notes',
  notes: 'notes',
  handout: 'handout',
}

export const CODE = new Set(
  'code code-block code-cell sourcecode literal highlight prompt terminal parsed-literal csv-table eval-rst'.split(
    ' ',
  ),
)
export const DIAGRAMS = new Set('mermaid graphviz plantuml'.split(' '))
export const WRAPPERS = new Set(
  (
    'tab-set tabs grid grid-item aside div container margin sidebar-content table figure-md tab-item tabbed card ' +
    'grid-item-card card-carousel centered rst-class only'
  ).split(' '),
)
export const QUOTES = new Set('epigraph pull-quote blockquote highlights'.split(' '))
export const PROOFS = new Set(
  'theorem lemma proof definition axiom corollary proposition conjecture remark algorithm assumption observation property example criterion'.split(
    ' ',
  ),
)
export const NOTHING = new Set(
  'toctree contents tableofcontents bibliography index raw include literalinclude autosummary footbibliography currentmodule'.split(
    ' ',
  ),
)
/** Of those, what brings in another file: only its own tool knows what that would say. */
export const INCLUDED = new Set('include literalinclude'.split(' '))
export const EMBEDDED = new Set('iframe video embed youtube'.split(' '))

/** Whether MyST has a directive of that name: anything else between braces is a language (`{r}`, `{python}`). */
export function isDirective(written: string): boolean {
  const name = written.toLowerCase().replace(/^(?:[a-z]+:)+/, '')
  const sets = [CODE, DIAGRAMS, WRAPPERS, QUOTES, PROOFS, NOTHING, EMBEDDED]
  return (
    name in OURS ||
    sets.some((set) => set.has(name)) ||
    ['figure', 'image', 'math', 'admonition', 'sidebar', LIST_TABLE].includes(name) ||
    toneOf(name) !== undefined
  )
}
