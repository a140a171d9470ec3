import { words } from './words.js'

/** Structure: headings, directives, attributes, footnotes, HTML. */
export const structure = {
  'heading-long': words<{ length: number; most: number }>({
    severity: 'warning',
    message: ({ length, most }) =>
      `This heading has ${length.toLocaleString('en')} characters, more than the ${most} of any title; it was taken as a paragraph.`,
    hint: () => 'Name in a few words what comes, and say the rest below.',
  }),
  'directive-unclosed': words<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `":::${name}" is opened here and never closed.`,
    hint: () => 'Close it with a line of colons, as many as it was opened with.',
  }),
  'directive-stray': words({
    severity: 'warning',
    message: () => 'This line of colons closes no directive; it was left out.',
  }),
  'directive-unknown': words<{ name: string; nearest?: string }>({
    severity: 'warning',
    message: ({ name }) => `":::${name}" is not a directive; its content was kept as ordinary text.`,
    hint: ({ nearest }) => (nearest ? `Did you mean ":::${nearest}"?` : undefined),
  }),
  'directive-misplaced': words<{ name: string; expected: string }>({
    severity: 'warning',
    message: ({ name, expected }) => `":::${name}" belongs ${expected}.`,
  }),
  'attribute-unknown': words<{ name: string; of: string; nearest?: string }>({
    severity: 'warning',
    message: ({ name, of }) => `"${name}" is not an attribute of ${of}; it was passed over.`,
    hint: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : undefined),
  }),
  'attribute-value': words<{ name: string; expected: string }>({
    severity: 'warning',
    message: ({ name, expected }) => `"${name}" must be ${expected}; the value was passed over.`,
  }),
  'id-twice': words<{ id: string; given: string }>({
    severity: 'warning',
    message: ({ id, given }) => `The id "${id}" is used twice; this one became "${given}".`,
  }),
  'heading-skipped': words<{ from: number; to: number; count: number }>({
    severity: 'warning',
    message: ({ from, to, count }) =>
      `The heading jumps from level ${from} to level ${to}${count > 1 ? ` (${count} times; the first is here)` : ''}.`,
    hint: ({ from }) => `Write it with ${from + 1} hash signs.`,
  }),
  'title-twice': words({
    severity: 'warning',
    message: () => 'There is more than one heading of level 1; each was taken as a section.',
    hint: () => 'Put the title into the front matter, or keep one heading of level 1.',
  }),
  'footnote-unused': words<{ label: string }>({
    severity: 'warning',
    message: ({ label }) => `The footnote "${label}" is written, but nothing refers to it; it was left out.`,
    hint: ({ label }) => `Write [^${label}] where it belongs, or take it out.`,
  }),
  'footnote-missing': words<{ label: string; count: number }>({
    severity: 'warning',
    message: ({ label, count }) =>
      `The footnote "${label}" is referred to${count > 1 ? ` ${count} times` : ''}, but not written.`,
    hint: ({ label }) => `Write it anywhere in the guide: "[^${label}]: What it says."`,
  }),
}
