import { accentTokens } from '../deck/accent.js'
import { counterStyle } from '../deck/digits.js'
import type { Guide } from '../guide/index.js'
import type { HandoutContext } from './context.js'

/** The whole stylesheet of an edition: faces, tokens, the named stylesheets, the guide's accent, the pages' rules. */
export function stylesOf(context: HandoutContext, guide: Guide, pages: string, names: readonly string[]): string {
  const { accent } = guide.frontMatter
  const properties = {
    '--digits': counterStyle(context.words.lang),
    ...(accent ? accentTokens(accent, 'light') : {}),
  }
  const root = Object.entries(properties).map(([name, value]) => `${name}: ${value};`)
  const styles = [
    context.fontCss,
    context.templates.style('tokens'),
    ...names.map((name) => context.templates.style(name)),
    `:root { ${root.join(' ')} }`,
    pages,
  ]
  // Nothing in a stylesheet may end the element that it stands in.
  return styles.join('\n').replace(/<\/(?=style)/gi, '<\\/')
}
