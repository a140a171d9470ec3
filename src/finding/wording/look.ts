import { words } from './words.js'

/** Colours and letters. */
export const look = {
  'accent-contrast': words<{ accent: string; ratio: string }>({
    severity: 'warning',
    message: ({ accent, ratio }) =>
      `The accent ${accent} has a contrast of ${ratio} against white; at least 4.5 is needed to be read.`,
    hint: () => 'Take a darker colour.',
  }),
  'letter-without-font': words<{ letters: string; count: number; packages: string }>({
    severity: 'warning',
    message: ({ letters, count }) =>
      `No font at hand has ${count === 1 ? 'this letter' : `these ${count} letters`}: ${letters}${count > 8 ? ' …' : ''}. Codes stand in their place.`,
    hint: ({ packages }) =>
      packages
        ? `Install the font in the folder of the guide or of its project: npm install ${packages}`
        : 'Set PUPPETEER_EXECUTABLE_PATH to an installed browser, and install a font of that script.',
  }),
}
