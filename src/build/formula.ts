import type { Guide } from '../guide/index.js'
import { FORMULA } from '../look/index.js'

/** Whether a guide holds any maths. */
export function hasFormulas({ introduction, sections, footnotes, title }: Guide): boolean {
  return /"(?:kind":"formula|type":"inlineMath)"/.test(
    JSON.stringify([title, introduction, sections, footnotes]),
  )
}

/** TeX to MathML, for paper. KaTeX is loaded only where the guide holds maths. */
export async function formula(guide: Guide): Promise<(tex: string, isDisplayed: boolean) => string> {
  if (!hasFormulas(guide)) return () => ''
  const { default: katex } = await import('katex')
  return (tex, isDisplayed) =>
    katex.renderToString(tex, { ...FORMULA, displayMode: isDisplayed, throwOnError: false })
}
