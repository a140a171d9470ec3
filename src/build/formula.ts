import type { Guide } from '../guide/index.js'

/** TeX to MathML, for paper. KaTeX is loaded only where the guide holds maths. */
export async function formula(guide: Guide): Promise<(tex: string, isDisplayed: boolean) => string> {
  if (!JSON.stringify(guide.sections).match(/"(?:kind":"formula|type":"inlineMath)"/) && !guide.introduction) {
    return (tex) => tex
  }
  const { default: katex } = await import('katex')
  return (tex, isDisplayed) => katex.renderToString(tex, { output: 'mathml', displayMode: isDisplayed, throwOnError: false })
}
