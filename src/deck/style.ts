import { accentTokens, counterStyle } from '../look/index.js'
import type { Templates } from '../templates/index.js'
import type { DeckDocument } from './slide.js'

/** The deck's stylesheet: tokens, theme, then what the guide's front matter changes. `lang` is that of the words. */
export function deckStyle(deck: DeckDocument, templates: Templates, lang: string): string {
  const tokens: Record<string, string> = {
    '--digits': counterStyle(lang),
    ...(deck.accent ? accentTokens(deck.accent, deck.variant) : {}),
  }
  const root = Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};`)
  return [
    templates.style('tokens'),
    templates.style('rubric'),
    ...(deck.variant === 'dark' ? [templates.style('dark')] : []),
    `:root {\n${root.join('\n')}\n}`,
    ...(deck.dir === 'rtl' ? [templates.style('rtl')] : []),
    ...(deck.extraStyle ? [deck.extraStyle] : []),
  ]
    .map((css) => css.trim())
    .join('\n\n')
}
