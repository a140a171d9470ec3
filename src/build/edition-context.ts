import { fontFaces } from '../fonts/index.js'
import { plainText } from '../guide/index.js'
import type { HandoutContext } from '../handout/index.js'
import { loadTemplates } from '../templates/index.js'
import { formula, hasFormulas } from './formula.js'
import type { MakeInput } from './make-input.js'

/**
 * What every printed edition of a guide needs.
 * @param embedFonts puts the faces of its labels into an SVG
 * @param besides text that is printed beside the guide's own
 */
export async function editionContextOf(
  { guide, words, scriptFontCss, templates, canPrint }: MakeInput,
  embedFonts: (svg: string) => string,
  besides = '',
): Promise<HandoutContext> {
  const { frontMatter, subtitle = '' } = guide
  // Of the ledger alone, signs and emoji that stand by themselves would be missing.
  const withoutPlaces = (key: string, value: unknown): unknown =>
    key === 'position' || key === 'place' ? undefined : value
  const text = [
    JSON.stringify([guide.introduction, guide.sections, guide.footnotes], withoutPlaces),
    plainText(guide.title),
    subtitle,
    guide.contentsTitle ?? '',
    JSON.stringify(frontMatter),
    words.sample,
    besides,
  ]
  return {
    templates: await loadTemplates({ folder: 'handout', override: templates }),
    words,
    fontCss: `${fontFaces(text.join(' '), { formulas: hasFormulas(guide) })}\n${scriptFontCss}`,
    canPrint,
    formula: await formula(guide),
    embedFonts,
    hash: guide.hash,
  }
}
