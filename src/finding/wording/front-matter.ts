import { words } from './words.js'

/** Front matter. */
export const frontMatter = {
  'front-matter-broken': words<{ format: string; reason: string }>({
    severity: 'error',
    message: ({ format, reason }) => `The front matter is not valid ${format}: ${reason}`,
    hint: ({ format }) =>
      format === 'YAML'
        ? 'Put a value that holds a colon, a quote or a # between quotation marks.'
        : undefined,
  }),
  'front-matter-key': words<{ keys: readonly string[]; nearest?: string }>({
    severity: 'warning',
    message: ({ keys }) =>
      keys.length === 1
        ? `"${keys[0]}" is not a key of the front matter; it was passed over.`
        : `${keys.length} keys are not of the front matter and were passed over: ${some(keys)}.`,
    hint: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : undefined),
  }),
  'front-matter-value': words<{ key: string; expected: string }>({
    severity: 'warning',
    message: ({ key, expected }) => `"${key}" must be ${expected}; the value was passed over.`,
  }),
}

/** The first ten of a list between quotation marks. */
function some(keys: readonly string[]): string {
  const shown = keys.slice(0, 10).map((key) => `"${key}"`)
  return `${shown.join(', ')}${keys.length > 10 ? ' …' : ''}`
}
