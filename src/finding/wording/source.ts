import { words } from './words.js'

/** Reading the source. */
export const source = {
  'source-missing': words<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `There is no guide at "${path}".`,
    hint: () => 'Name a Markdown file, or a folder that holds a guide.md.',
  }),
  'source-unreadable': words<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `"${path}" cannot be read: ${reason}.`,
  }),
  'source-changing': words({
    severity: 'error',
    message: () => 'The file changed each time that it was read.',
    hint: () => 'Build again when whatever writes it has finished.',
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
  'source-overrides': words<{ count: number }>({
    severity: 'warning',
    message: ({ count }) =>
      count === 1
        ? 'An invisible sign here turns the order of letters round; it was left out.'
        : `An invisible sign here turns the order of letters round, as ${count} in the guide do; they were left out.`,
    hint: () => 'Right-to-left words need none: their letters know their direction.',
  }),
  'source-too-large': words<{ megabytes: number; limit: number }>({
    severity: 'error',
    message: ({ megabytes, limit }) => `The file has ${megabytes} MB; a guide may have at most ${limit} MB.`,
    hint: () => 'Split the guide into several, and keep pictures in files of their own.',
  }),
  'guide-too-large': words<{ what: string; limit: number }>({
    severity: 'error',
    message: ({ what, limit }) => `The guide has more than ${limit.toLocaleString('en')} ${what}.`,
    hint: () => 'Split it into several guides.',
  }),
  'markup-too-dense': words<{ what: string; limit: number }>({
    severity: 'error',
    message: ({ what }) =>
      `Up to here the guide has too many ${what} (brackets, stars, …) in long paragraphs.`,
    hint: () => 'Break the paragraphs up, or write such signs as code.',
  }),
  'nested-too-deep': words<{ what: string; limit: number }>({
    severity: 'error',
    message: ({ what, limit }) => `${what} stand more than ${limit} levels inside each other here.`,
    hint: () => 'Write it flatter.',
  }),
}
