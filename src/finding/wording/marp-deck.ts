import { words } from './words.js'

/** Marp decks, which are taken as they were written. */
export const marpDeck = {
  'marp-slide-overflows': words<{ slide: number; pixels: number; side: string; text: string }>({
    severity: 'warning',
    message: ({ slide, pixels, side, text }) =>
      `Slide ${slide} is cut off: its content reaches ${pixels} px past the ${side} of the slide${text ? `, at "${text}"` : ''}.`,
    hint: () =>
      'A Marp deck is taken as written: shorten the slide, split it with "---", or make its text smaller.',
  }),
  'marp-theme-missing': words<{ name: string }>({
    severity: 'warning',
    message: ({ name }) =>
      `The theme "${name}" is none of Marp's own and is not beside the deck; Marp's default was taken.`,
    hint: ({ name }) => `Put its stylesheet, with /* @theme ${name} */ in it, into the folder of the deck.`,
  }),
  'marp-address': words<{ address: string }>({
    severity: 'warning',
    message: ({ address }) => `The deck's style would load "${address}"; that was left out.`,
    hint: () => 'Put stylesheets into the deck or its theme, and fonts and pictures beside it.',
  }),
  'marp-no-edition': words<{ output: string }>({
    severity: 'warning',
    message: ({ output }) => `A Marp deck has no ${output}; it was not made.`,
    hint: () => 'Its notes are in handout.pdf, and in notes.pdf, which is made on request.',
  }),
}
