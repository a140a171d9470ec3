import { words } from './words.js'

/** Front matter. */
export const frontMatter = {
  'front-matter-broken': words<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `The front matter is not valid YAML: ${reason}`,
    hint: () => 'Put a value that holds a colon, a quote or a # between quotation marks.',
  }),
  'front-matter-key': words<{ key: string; nearest?: string }>({
    severity: 'warning',
    message: ({ key }) => `"${key}" is not a key of the front matter; it was passed over.`,
    hint: ({ nearest }) => (nearest ? `Did you mean "${nearest}"?` : undefined),
  }),
  'front-matter-value': words<{ key: string; expected: string }>({
    severity: 'warning',
    message: ({ key, expected }) => `"${key}" must be ${expected}; the value was passed over.`,
  }),
}
