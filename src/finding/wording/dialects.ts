import { words } from './words.js'

/** What other tools add to Markdown. */
export const dialects = {
  'template-tag': words<{ family: string; count: number; example: string }>({
    severity: 'warning',
    message: ({ family, count, example }) =>
      count === 1
        ? `This ${family} was left out: ${example}`
        : `${count} ${family}s were left out, the first is ${example}`,
    hint: () => 'Write what it stands for, or put it between backticks where it is what you teach.',
  }),
}
