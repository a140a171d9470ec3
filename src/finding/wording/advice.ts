import { words } from './words.js'

/** What would make a guide better. */
export const advice = {
  'part-empty': words<{ title: string; what: string }>({
    severity: 'advice',
    message: ({ title, what }) => `The ${what} "${title}" has nothing in it but its title.`,
    hint: () => 'Write what it should say, or take the heading away.',
  }),
  'minutes-sum': words<{ what: string; sum: number; whole: number }>({
    severity: 'advice',
    message: ({ what, sum, whole }) => `${what} add up to ${sum} minutes, but ${whole} are given.`,
    hint: () => 'Change one of them, so that the run sheet is right.',
  }),
  'headings-alike': words<{ title: string; what: string; line: number; count: number }>({
    severity: 'advice',
    message: ({ title, what, line, count }) =>
      `${count === 2 ? 'Two' : count} ${what} are named "${title}"; the first is on line ${line}.`,
    hint: () => 'Say in each what is different about it: slides and contents show the title alone.',
  }),
  'acronym-unexplained': words<{ acronym: string }>({
    severity: 'advice',
    message: ({ acronym }) => `"${acronym}" is never explained.`,
    hint: ({ acronym }) =>
      `Write it out where it first stands, with "(${acronym})" behind it, or put it into a glossary.`,
  }),
  'sentence-long': words<{ words: number; most: number }>({
    severity: 'advice',
    message: (data) => `This sentence has ${data.words} words; more than ${data.most} are hard to follow.`,
    hint: () => 'Make two sentences of it.',
  }),
}
