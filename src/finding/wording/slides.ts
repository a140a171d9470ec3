import { words } from './words.js'

/** Kinds of blocks, with their verb. */
const NAMES: Readonly<Record<string, string>> = {
  code: 'This code fits',
  callout: 'This box fits',
  columns: 'These columns fit',
  formula: 'This formula fits',
  heading: 'This heading fits',
  keypoints: 'These key points fit',
  list: 'This list fits',
  paragraph: 'This paragraph fits',
  picture: 'This picture fits',
  quote: 'This quotation fits',
  table: 'This table fits',
}

/** Planning and fit. */
export const slides = {
  'slide-style': words({
    severity: 'warning',
    message: () => 'This stylesheet would change the whole deck; it was taken for this slide alone.',
    hint: () => 'Begin it with <style scoped>.',
  }),
  'slide-address': words<{ address: string }>({
    severity: 'warning',
    message: ({ address }) => `This slide would load "${address}"; that was left out.`,
    hint: () => 'Put pictures on the slide with ![](file.png).',
  }),
  'slide-directive': words<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `"${name}" is a directive for the whole deck; it was left out of this slide.`,
    hint: ({ name }) => `A directive for one slide begins with an underscore: "_${name}".`,
  }),
  'block-to-handout': words<{ what: string; slide: number }>({
    severity: 'warning',
    message: ({ what, slide }) =>
      `${NAMES[what] ?? 'This block fits'} on no slide; slide ${slide} refers to the handout instead.`,
    hint: () => 'Shorten it, or break it into several.',
  }),
}
