import type { Finding, Place, Severity } from './finding.js'

interface Wording<Data> {
  readonly severity: Severity
  readonly message: (data: Data) => string
  readonly hint?: (data: Data) => string | undefined
}

/** Ties the data type of a finding to its words. */
function words<Data = Record<string, never>>(wording: Wording<Data>): Wording<Data> {
  return wording
}

/** Every finding that there is, and how it is worded. */
const wordings = {
  // Reading the source
  'source-missing': words<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no guide at "${path}".`,
    hint: () => 'Name a Markdown file, or a folder that holds a guide.md.',
  }),
  'source-unreadable': words<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `"${path}" cannot be read: ${reason}.`,
  }),
  'source-empty': words({
    severity: 'error',
    message: () => 'The guide is empty.',
    hint: () => 'Write at least a heading or a paragraph.',
  }),
  'source-not-utf8': words<{ byte: number }>({
    severity: 'error',
    message: ({ byte }) => `The file is not UTF-8: byte ${byte} does not belong to any character.`,
    hint: () => 'Save the file again as UTF-8.',
  }),
  'source-too-large': words<{ megabytes: number; limit: number }>({
    severity: 'error',
    message: ({ megabytes, limit }) => `The file has ${megabytes} MB; a guide may have at most ${limit} MB.`,
    hint: () => 'Split the guide into several, and keep pictures in files of their own.',
  }),

  // Front matter
  'front-matter-broken': words<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The front matter is not valid YAML: ${reason}`,
    hint: () => 'Put a value that holds a colon, a quote or a # between quotation marks.',
  }),
  'front-matter-key': words<{ key: string; nearest?: string }>({
    severity: 'warning',
    message: ({ key }) => `"${key}" is not a key of the front matter; it was passed over.`,
    hint: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : undefined),
  }),
  'front-matter-value': words<{ key: string; expected: string }>({
    severity: 'warning',
    message: ({ key, expected }) => `"${key}" must be ${expected}; the value was passed over.`,
  }),

  // Structure
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
  'heading-skipped': words<{ from: number; to: number }>({
    severity: 'warning',
    message: ({ from, to }) => `The heading jumps from level ${from} to level ${to}.`,
    hint: ({ from }) => `Write it with ${from + 1} hash signs.`,
  }),
  'title-twice': words({
    severity: 'warning',
    message: () => 'There is more than one heading of level 1; each was taken as a section.',
    hint: () => 'Put the title into the front matter, or keep one heading of level 1.',
  }),
  'html-removed': words<{ tag: string }>({
    severity: 'warning',
    message: ({ tag }) => `HTML that a guide cannot hold was left out: <${tag}>.`,
    hint: () => 'Write what it should say in Markdown.',
  }),
  'footnote-missing': words<{ label: string }>({
    severity: 'warning',
    message: ({ label }) => `The footnote "${label}" is referred to, but not written.`,
  }),

  // Pictures
  'picture-missing': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) => `The picture "${src}" was not found; a labelled box stands in its place.`,
    hint: () => 'Paths count from the folder of the guide.',
  }),
  'picture-refused': words<{ src: string; reason: string }>({
    severity: 'warning',
    message: ({ src, reason }) =>
      `The picture "${src}" was not read (${reason}); a labelled box stands in its place.`,
  }),
  'picture-remote': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) =>
      `The picture "${src}" is on the network and was not fetched; a labelled box stands in its place.`,
    hint: () => 'Save it beside the guide and use its file name.',
  }),
  'picture-alt': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) => `The picture "${src}" has no alternative text.`,
    hint: () => 'Say between the square brackets what it shows.',
  }),

  // Look
  'accent-contrast': words<{ accent: string; ratio: string }>({
    severity: 'warning',
    message: ({ accent, ratio }) =>
      `The accent ${accent} has a contrast of ${ratio} against white; at least 4.5 is needed to be read.`,
    hint: () => 'Take a darker colour.',
  }),

  'letter-without-font': words<{ letters: string; count: number }>({
    severity: 'warning',
    message: ({ letters, count }) =>
      `No font at hand has ${count === 1 ? 'this letter' : `these ${count} letters`}: ${letters}${count > 8 ? ' …' : ''}. Codes stand in their place.`,
    hint: () => 'Set PUPPETEER_EXECUTABLE_PATH to an installed browser, and install a font of that script.',
  }),

  // Planning and fit
  'slide-directive': words<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `"${name}" is a directive for the whole deck; it was left out of this slide.`,
    hint: ({ name }) => `A directive for one slide begins with an underscore: "_${name}".`,
  }),
  'block-to-handout': words<{ what: string; slide: number }>({
    severity: 'warning',
    message: ({ what, slide }) =>
      `This ${what} fits on no slide; slide ${slide} refers to the handout instead.`,
    hint: () => 'Shorten it, or break it into several.',
  }),

  // Templates
  'template-broken': words<{ template: string; reason: string }>({
    severity: 'error',
    message: ({ template, reason }) => `The template "${template}" does not work: ${reason}`,
  }),

  // The printed page
  'request-refused': words<{ url: string; artefact: string }>({
    severity: 'warning',
    message: ({ url, artefact }) => `${artefact} asked for "${url}"; it was refused.`,
    hint: () => 'A guide may load only its own pictures.',
  }),

  // Checks of the artefacts
  'heading-missing': words<{ what: string; text: string; artefact: string }>({
    severity: 'error',
    message: ({ what, text, artefact }) =>
      `The ${what} "${text}" does not stand as a heading in ${artefact}.`,
  }),
  'heading-repeated': words<{ what: string; text: string; artefact: string; times: number; right: number }>({
    severity: 'error',
    message: ({ what, text, artefact, times, right }) =>
      `The ${what} "${text}" stands ${times} times as a heading in ${artefact}; ${right === 1 ? 'once' : `${right} times`} is right.`,
  }),
  'heading-order': words<{ what: string; text: string; artefact: string }>({
    severity: 'error',
    message: ({ what, text, artefact }) => `The ${what} "${text}" stands out of order in ${artefact}.`,
  }),
  'bookmark-missing': words<{ what: string; text: string; artefact: string }>({
    severity: 'error',
    message: ({ what, text, artefact }) => `The ${what} "${text}" has no bookmark in ${artefact}.`,
  }),
  'section-missing': words<{ text: string; artefact: string }>({
    severity: 'error',
    message: ({ text, artefact }) => `The words of the whole section "${text}" are missing in ${artefact}.`,
  }),
  'words-missing': words<{ text: string; artefact: string }>({
    severity: 'error',
    message: ({ text, artefact }) => `These words are missing in ${artefact}: "${text}"`,
  }),
  'words-leaked': words<{ text: string; artefact: string }>({
    severity: 'error',
    message: ({ text, artefact }) =>
      `These words are for the facilitator alone, but stand in ${artefact}: "${text}"`,
  }),
  'slide-cut-off': words<{ slide: number; pixels: number; side: string }>({
    severity: 'error',
    message: ({ slide, pixels, side }) =>
      `Slide ${slide} is cut off: its content reaches ${pixels} px past the ${side} of the slide.`,
    hint: () => 'Shorten what stands here, or set a slide break ("---").',
  }),
  'slide-words-lost': words<{ slide: number; text: string }>({
    severity: 'error',
    message: ({ slide, text }) => `Slide ${slide} of deck.pdf lacks words that deck.html shows: "${text}"`,
  }),
  'slides-differ': words<{ html: number; pdf: number }>({
    severity: 'error',
    message: ({ html, pdf }) => `deck.html has ${html} slides, but deck.pdf has ${pdf} pages.`,
  }),
  'letters-boxed': words<{ artefact: string; page: number; letters: string }>({
    severity: 'warning',
    message: ({ artefact, page, letters }) =>
      `${artefact} prints empty boxes on page ${page}: no font has ${letters || 'some of its characters'}.`,
    hint: () => 'Write them in words, or install a font that has them.',
  }),
  'pages-moved': words<{ artefact: string }>({
    severity: 'error',
    message: ({ artefact }) => `The page numbers of ${artefact} moved between two prints.`,
    hint: () => 'This is a fault of the templates: filling in a page number must not move a line.',
  }),

  // The environment
  'browser-missing': words<{ system: string; todo: string }>({
    severity: 'error',
    message: ({ system, todo }) => `No browser was found on ${system}: ${todo}`,
  }),
  'browser-failed': words<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The browser failed: ${reason}`,
    hint: () => 'Set PUPPETEER_EXECUTABLE_PATH to another Chrome or Chromium.',
  }),
  'sandbox-off': words<{ reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `The browser runs without its sandbox: ${reason}.`,
  }),
  'output-foreign': words<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" was not made by Deckhand and was not replaced.`,
    hint: () => 'Move it away, or build into another folder with --out.',
  }),
  'output-failed': words<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `"${path}" cannot be written: ${reason}.`,
    hint: () => 'The last good output was left as it is.',
  }),
}

export type Code = keyof typeof wordings
type DataOf<C extends Code> = (typeof wordings)[C] extends Wording<infer Data> ? Data : never

/** Every code, for `ignore` in the front matter and for the documentation. */
export const codes = Object.keys(wordings) as readonly Code[]

/** Puts a fault into words. */
export function finding<C extends Code>(code: C, data: DataOf<C>, place?: Place): Finding {
  const wording = wordings[code] as unknown as Wording<DataOf<C>>
  const hint = wording.hint?.(data)
  return {
    code,
    severity: wording.severity,
    message: wording.message(data),
    ...(place ? { place } : {}),
    ...(hint ? { hint } : {}),
  }
}
