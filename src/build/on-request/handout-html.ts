import { checkHandoutHtml } from '../../check/index.js'
import { embedFonts, fontFaces } from '../../fonts/index.js'
import { ledger } from '../../guide/index.js'
import { screenHtml } from '../../handout/index.js'
import { wordsFor } from '../../words/index.js'
import type { Groundwork, MadeOnRequest } from './made.js'

/**
 * handout.html: the participants' edition for phones and screen readers, in one file. It has the letters as they are
 * written, in words of the guide's language: the reader's own fonts draw what those at hand cannot print.
 */
export async function makeHandoutHtml({ written, editions }: Groundwork): Promise<MadeOnRequest> {
  const words = wordsFor(written.lang)
  const context = { ...editions, words, canPrint: () => true, embedFonts }
  const write = (fontCss: string): string => screenHtml(written, { ...context, fontCss })
  const html = write(screenFaces(write('')))
  const findings = checkHandoutHtml({ guide: written, words, ledger: ledger(written), html })
  return { file: { content: html }, findings }
}

/**
 * The faces that the page's markup asks for. Emoji and the scripts that no font of ours has are the reader's system's: a
 * phone draws them without a megabyte of fonts.
 */
function screenFaces(html: string): string {
  const has = (pattern: RegExp): boolean => pattern.test(html)
  const isItalic = has(/<(?:em|dfn|cite|var)\b|class="(?:subtitle|inner)"/)
  const [isStrong, isCode] = [has(/<strong\b/), has(/<(?:code|kbd|samp|pre)\b/)]
  return fontFaces(inItsScripts(html), {
    formulas: has(/<math\b/),
    isWanted({ family, weight, style }) {
      if (family === 'Noto Emoji') return false
      if (family === 'IBM Plex Mono') return isCode && weight === 400
      if (style === 'italic') return family === 'Source Serif 4' && isItalic
      return family === 'Source Serif 4' && weight === 600 ? isStrong : true
    },
  })
}

/** Scripts that some fonts of ours have, beside Latin. */
const SCRIPTS = ['Greek', 'Cyrillic', 'Arabic', 'Hebrew'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'gu'),
)

/** A script with a smaller share of the letters is a word or two, which the reader's own fonts draw as well. */
const SHARE = 0.01

/** The page's text without the scripts that it only touches: each would bring its fonts along. */
function inItsScripts(html: string): string {
  const text = html.replace(/<style>[^]*?<\/style>|="data:[^"]*"|<[^>]*>/g, ' ')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return SCRIPTS.reduce((rest, script) => {
    const isRare = (rest.match(script)?.length ?? 0) < letters * SHARE
    return isRare ? rest.replace(script, '') : rest
  }, text)
}
