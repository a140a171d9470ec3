import { words } from './words.js'

const one = (size: number): string => size.toFixed(1).replace(/\.0$/, '')

/** What a copy shop would stumble over, or a reader of its copies. */
export const press = {
  'press-font-missing': words<{ artefact: string; font: string }>({
    severity: 'error',
    message: ({ artefact, font }) => `${artefact} does not hold the font ${font} that it is set in.`,
    hint: () => 'Another machine would print another font: embed it in the stylesheet of your templates.',
  }),
  'press-font-drawn': words<{ artefact: string; font: string }>({
    severity: 'warning',
    message: ({ artefact, font }) => `${artefact} holds the letters of ${font} as drawings (Type 3).`,
    hint: () => 'Printers set them coarsely: use a static TrueType font in your templates.',
  }),
  'press-text-small': words<{ artefact: string; page: number; size: number; text: string }>({
    severity: 'warning',
    message: ({ artefact, page, size, text }) =>
      `Page ${page} of ${artefact} has text of ${one(size)} pt: "${text}"`,
    hint: () => 'Print nothing in less than 9 pt; see the stylesheet of your templates.',
  }),
  'press-body-small': words<{ artefact: string; size: number; least: number }>({
    severity: 'warning',
    message: ({ artefact, size, least }) =>
      `The running text of ${artefact} is set in ${one(size)} pt; ${least} pt is the least.`,
    hint: () => 'Set it larger in the stylesheet of your templates.',
  }),
  'press-grey': words<{ artefact: string; page: number; contrast: number; text: string }>({
    severity: 'warning',
    message: ({ artefact, page, contrast, text }) =>
      `In grey, this text on page ${page} of ${artefact} has a contrast of only ${one(contrast)}: "${text}"`,
    hint: () =>
      'Take a darker colour, or a darker accent in the front matter: 4.5 is the least, 3 for large text.',
  }),
  'press-link-hidden': words<{ artefact: string; url: string; others: number }>({
    severity: 'warning',
    message: ({ artefact, url, others }) =>
      `The address ${url} is linked in ${artefact}, but not printed there${others > 0 ? `; ${others} more are not, either` : ''}.`,
    hint: () => 'Nobody can follow it on paper: print the address beside the words, or in the list of links.',
  }),
}
