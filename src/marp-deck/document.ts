import { createHash } from 'node:crypto'
import { plainText } from '../guide/index.js'
import { resolveWith } from './collect.js'
import { mapCss, type Resolve } from './css-addresses.js'
import { createDeckEngine, fittingScript } from './engine.js'
import { mapHtml } from './html-addresses.js'
import type { MarpDeck } from './model.js'

/**
 * The deck as one document that asks for nothing outside itself, nested as marp-cli nests it for its PDF: a slide a page,
 * as large as its theme has it. Of scripts, only Marp's own runs, which fits headings and code into their slides.
 * @param fontCss `@font-face` rules of fonts that come along
 */
export function deckDocument(deck: MarpDeck, fontCss: string): string {
  const engine = createDeckEngine({
    themes: deck.themes.map(({ css }) => css),
    marp: { container: [], slideContainer: [], inlineSVG: true },
  })
  const { html, css } = engine.render(deck.markdown)
  const { lang, title } = deck.guide
  const resolve = forPrint(resolveWith(deck.pictures))
  const script = fittingScript()
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(engine.lastGlobalDirectives?.lang ?? lang)}">`,
    `<head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    `<title>${escapeHtml(plainText(title))}</title>`,
    ...(fontCss ? [`<style>${fontCss}</style>`] : []),
    `<style>body { margin: 0 }\n${mapCss(css, resolve).replace(/<\/(?=style)/gi, '<\\/')}</style></head>`,
    `<body>${mapHtml(html, resolve)}<script>${script}</script></body>`,
    '</html>',
  ].join('\n')
}

/** A link that is relative, or empty, would be printed as one into a folder that is gone. */
function forPrint(resolve: Resolve): Resolve {
  return (address, use) =>
    use === 'link' && !/^\s*(?:https?:|mailto:|tel:|#.)/i.test(address) ? undefined : resolve(address, use)
}

/** Whatever a deck may have slipped in, the page runs no script but Marp's and asks nothing of anybody. */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** marp-cli's presenter HTML of a deck, with what it would load put in or left out. */
export function closedHtml(html: string, deck: MarpDeck): string {
  return mapHtml(html, resolveWith(deck.pictures))
}
