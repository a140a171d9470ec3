import { words } from './words.js'

/** Front matter's `ignore`, which silences findings. */
export const ignore = {
  'ignore-code': words<{ code: string; nearest?: string }>({
    severity: 'warning',
    message: ({ code }) => `"ignore" names "${code}", but no finding has that code.`,
    hint: ({ nearest }) =>
      nearest ? `Did you mean "${nearest}"?` : 'The code stands in brackets at the end of a finding.',
  }),
  'ignore-reason': words<{ code: string }>({
    severity: 'warning',
    message: ({ code }) => `"${code}" is not silenced, since "ignore" gives no reason for it.`,
    hint: ({ code }) => `Write: { code: ${code}, reason: "why it may stay as it is" }`,
  }),
  'ignore-error': words<{ code: string }>({
    severity: 'warning',
    message: ({ code }) => `"${code}" is an error, and errors cannot be silenced.`,
    hint: () => 'Mend what it tells of, and take it out of "ignore".',
  }),
  'ignore-unused': words<{ code: string }>({
    severity: 'advice',
    message: ({ code }) => `"ignore" silences "${code}", but nothing of that kind was found.`,
    hint: () => 'Take it out, so that a new one is told.',
  }),
}
