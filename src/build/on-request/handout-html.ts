import { checkHandoutHtml } from '../../check/index.js'
import { embedFonts, fontFaces } from '../../fonts/index.js'
import { screenHtml } from '../../handout/index.js'
import type { Groundwork, MadeOnRequest } from './made.js'

/** handout.html: the participants' edition for phones and screen readers, in one file. */
export async function makeHandoutHtml(groundwork: Groundwork): Promise<MadeOnRequest> {
  const { guide, words, ledger, editions } = groundwork
  const write = (fontCss: string): string => screenHtml(guide, { ...editions, fontCss, embedFonts })
  const html = write(screenFaces(write('')))
  return { file: { content: html }, findings: checkHandoutHtml({ guide, words, ledger, html }) }
}

/**
 * The faces that the page's markup asks for. Emoji and the scripts that no font of ours has are the reader's system's: a
 * phone draws them without a megabyte of fonts.
 */
function screenFaces(html: string): string {
  const has = (pattern: RegExp): boolean => pattern.test(html)
  const isItalic = has(/<(?:em|dfn|cite|var)\b|class="(?:subtitle|inner)"/)
  const [isStrong, isCode] = [has(/<strong\b/), has(/<(?:code|kbd|samp|pre)\b/)]
  return fontFaces(html, {
    formulas: has(/<math\b/),
    isWanted({ family, weight, style }) {
      if (family === 'Noto Emoji') return false
      if (family === 'IBM Plex Mono') return isCode && weight === 400
      if (style === 'italic') return family === 'Source Serif 4' && isItalic
      return family === 'Source Serif 4' && weight === 600 ? isStrong : true
    },
  })
}
