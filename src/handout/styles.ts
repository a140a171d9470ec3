import { accentTokens, counterStyle } from '../look/index.js'
import type { Guide } from '../guide/index.js'
import type { HandoutContext } from './context.js'

/** The stylesheets of templates/handout that every edition has, in order. */
const COMMON = ['page', 'front-and-back', 'blocks', 'tables-and-figures', 'exercise']

/** The whole stylesheet of an edition: faces, tokens, our stylesheets, the guide's accent, the pages' rules. */
export function stylesOf(
  context: HandoutContext,
  guide: Guide,
  pages: string,
  names: readonly string[],
): string {
  const { accent } = guide.frontMatter
  const properties = {
    '--digits': counterStyle(context.words.lang),
    ...(accent ? accentTokens(accent, 'light') : {}),
  }
  const root = Object.entries(properties).map(([name, value]) => `${name}: ${value};`)
  const styles = [
    context.fontCss,
    context.templates.style('tokens'),
    ...[...COMMON, ...names, 'scripts'].map((name) => context.templates.style(name)),
    `:root { ${root.join(' ')} }`,
    pages,
  ]
  // Nothing in a stylesheet may end the element that it stands in.
  return styles.join('\n').replace(/<\/(?=style)/gi, '<\\/')
}
