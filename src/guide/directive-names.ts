import { toneOf } from './dialects/index.js'

/** Names that a directive is accepted by, and the one that it then has; guide-format section 3. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    notes: 'notes',
    instructor: 'notes',
    'instructor-note': 'notes',
    speaker: 'notes',
    'speaker-notes': 'notes',
    slide: 'slide',
    handout: 'handout',
    exercise: 'exercise',
    challenge: 'exercise',
    discussion: 'exercise',
    solution: 'solution',
    answer: 'solution',
    objectives: 'objectives',
    questions: 'questions',
    prereq: 'prereq',
    keypoints: 'keypoints',
    glossary: 'glossary',
    columns: 'columns',
    column: 'column',
  }),
)

/** The names that authors are told of. */
export const DIRECTIVES: readonly string[] = [
  ...NAMES.keys(),
  'note',
  'tip',
  'warning',
  'callout',
  'important',
  'caution',
]

/** What a directive is, by any of its names in any tool; undefined where it is none. */
export function directiveName(written: string): string | undefined {
  return NAMES.get(written.toLowerCase()) ?? toneOf(written)
}

export function isDirective(written: string): boolean {
  return directiveName(written) !== undefined
}

/** Classes with which Pandoc, Quarto and MyST lay a web page out: what they hold is ordinary text. */
const WRAPPERS = new Set(
  (
    'div code-group raw v-pre tab group-tab panel-tabset tab-set tabset column-margin column-page column-screen column-body aside fragment incremental ' +
    'nonincremental r-stack r-fit-text r-stretch absolute cell cell-output cell-output-display cell-output-stdout refs ' +
    'content-visible grid row col container center centered text-center left right small smaller figure section layout ' +
    'wrapper sidebar'
  ).split(' '),
)

export function isWrapper(name: string): boolean {
  return WRAPPERS.has(name) || /^(?:column|layout|g-col|col|level\d?)-/.test(name)
}

/** Attributes with which those tools fold and lay out boxes: they say nothing on a slide or on paper. */
const PASSED_OVER = new Set(
  'width collapse icon appearance layout layout-ncol layout-nrow layout-valign height style when-format open group markdown'.split(
    ' ',
  ),
)

export function isPassedOver(attribute: string): boolean {
  return PASSED_OVER.has(attribute) || attribute.startsWith('data-')
}
