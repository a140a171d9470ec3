import type { Guide } from '../guide/index.js'
import { accentTokens, counterStyle } from '../look/index.js'
import type { HandoutContext } from './context.js'

/** The stylesheets of templates/handout for screens, in order. */
const SHEETS = ['screen', 'screen-blocks', 'screen-print']

/** The whole stylesheet of the edition for screens: faces, tokens, our stylesheets, the guide's accent in both variants. */
export function screenStyles(guide: Guide, { fontCss, templates, words }: HandoutContext): string {
  const { accent } = guide.frontMatter
  const light = { '--digits': counterStyle(words.lang), ...(accent ? accentTokens(accent, 'light') : {}) }
  const styles = [
    fontCss,
    templates.style('tokens'),
    ...SHEETS.map((name) => templates.style(name)),
    `:root { ${declarations(light)} }`,
    ...(accent
      ? [
          `@media screen and (prefers-color-scheme: dark) { :root { ${declarations(accentTokens(accent, 'dark'))} } }`,
        ]
      : []),
  ]
  // Nothing in a stylesheet may end the element that it stands in; its hash counts its lines as a browser reads them.
  return styles
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/<\/(?=style)/gi, '<\\/')
}

function declarations(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')
}
