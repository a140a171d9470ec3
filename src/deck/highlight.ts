import { createRequire } from 'node:module'
import type { HLJSApi } from 'highlight.js'

let loaded: HLJSApi | undefined

/** highlight.js takes long to load, and most decks hold no code. */
function highlighter(): HLJSApi {
  loaded ??= createRequire(import.meta.url)('highlight.js/lib/common') as HLJSApi
  return loaded
}

/**
 * Code as HTML in which comments and keywords can be told apart, which is all that the look asks for.
 * @returns an empty string where the language is not known: Marp then writes the code as it is
 */
export function highlight(code: string, language: string): string {
  if (!language) return ''
  const { getLanguage, highlight: mark } = highlighter()
  return getLanguage(language) ? mark(code, { language, ignoreIllegals: true }).value : ''
}
