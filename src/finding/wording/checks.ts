import { words } from './words.js'

const FAULTS: Readonly<Record<string, string>> = {
  untagged: 'it has no tags',
  'no-title': 'its title is not shown',
  'no-language': 'it names no language',
  'no-identification': 'it does not say that it is PDF/UA',
  'unknown-role': 'a tag has a role that PDF does not know',
  'figure-without-text': 'a picture has no text in its place',
  'item-without-body': 'an item of a list has no body',
  'outside-its-list': 'an item stands outside its list',
  'outside-its-table': 'a cell or row stands outside its table',
  'header-without-scope': 'a head of a table does not say what it heads',
  'skipped-heading': 'a heading skips a level',
  'link-without-description': 'a link does not say where it leads',
  'annotation-without-tag': 'a link has no tag',
  'note-without-id': 'a note has no id',
}

/** Checks of the artefacts. */
export const checks = {
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
  'letters-boxed': words<{ where: readonly string[]; letters: string }>({
    severity: 'warning',
    message: ({ where, letters }) =>
      `Empty boxes are printed on ${where.join(', ')}: no font has ${letters || 'some of the characters'}.`,
    hint: () => 'Write them in words, or install a font that has them.',
  }),
  'page-number-wrong': words<{ text: string; printed: string; page: number; artefact: string }>({
    severity: 'error',
    message: ({ text, printed, page, artefact }) =>
      `The contents of ${artefact} say page ${printed} for "${text}", which is on page ${page}.`,
    hint: () => 'This is a fault of the templates: a page number must stand in its place.',
  }),
  'link-nowhere': words<{ text: string; page: number; artefact: string }>({
    severity: 'warning',
    message: ({ text, page, artefact }) =>
      `The link "${text}" on page ${page} of ${artefact} leads nowhere in it.`,
    hint: () => 'This is a fault of the templates: what is linked to needs its id.',
  }),
  'pdf-not-accessible': words<{ artefact: string; faults: readonly string[] }>({
    severity: 'warning',
    message: ({ artefact, faults }) =>
      `${artefact} does not keep to PDF/UA: ${faults.map((fault) => FAULTS[fault] ?? fault).join('; ')}.`,
    hint: () => 'Without slides or templates of your own in it, please report it.',
  }),
  'page-missing': words<{ page: number; of: string; artefact: string }>({
    severity: 'error',
    message: ({ page, of, artefact }) => `${artefact} lacks page ${page} of ${of}, or words of it.`,
    hint: () => 'This is a fault of ours: please report it.',
  }),
  'pages-moved': words<{ artefact: string }>({
    severity: 'error',
    message: ({ artefact }) => `The page numbers of ${artefact} moved between two prints.`,
    hint: () => 'This is a fault of the templates: filling in a page number must not move a line.',
  }),
}
