import { Marp, type MarpOptions } from '@marp-team/marp-core'
import katex from '@marp-team/marp-core/plugins/katex'
import { parse } from 'yaml'
import { fontFaces, formulaFaces } from '../fonts/index.js'
import { FORMULA, scopeNames, styleOnce } from '../look/index.js'
import { highlight } from './highlight.js'
import { escapeHtml } from './html.js'
import {
  keepEscapesInAlt,
  keepHyphenatedWords,
  localisePageNumbers,
  rowHeads,
  type Token,
} from './markdown-rules.js'

/** The theme of our own decks. Their look is in the deck's own `style`; the theme itself only has fonts. */
export const THEME = 'rubric'

export interface EngineOptions {
  /** What marp-cli hands to an engine: above all the container that its presenter's HTML looks for. */
  readonly marp?: MarpOptions
  /** Stylesheets of Marp themes that a deck may name, each with its `@theme` comment. */
  readonly themes?: readonly string[]
}

/** KaTeX's stylesheet names font files that are not there; we draw MathML. */
const FONT_FILES = /@font-face\s*\{[^}]*url\(['"]?fonts\/[^}]*\}/g
const REMOTE_IMPORTS = /@import\s+(?:url\(\s*)?["']?(?:https?:)?\/\/[^;]*;/g

/**
 * The one configured Marp: nothing it writes asks for anything on the network. Serves measuring, the PDF and, as
 * `engine` of marp-cli, the presenter's HTML.
 */
export function createEngine({ themes = [], marp: given = {} }: EngineOptions = {}): Marp {
  const isOurs = (): boolean => marp.lastGlobalDirectives?.theme === THEME
  const marp: EngineMarp = new Marp({
    ...given,
    emoji: { unicode: false, shortcode: false },
    script: false,
    minifyCSS: false,
    markdown: { highlight: (code: string, language: string) => (isOurs() ? highlight(code, language) : '') },
  }) as EngineMarp

  marp.use(katex({ options: { ...FORMULA }, fontPath: false }))
  for (const css of [`/* @theme ${THEME} */\n/* @size 16:9 1280px 720px */\nsection {}`, ...themes]) {
    marp.themeSet.add(css)
  }
  const { ruler } = marp.markdown.core
  ruler.push(keepEscapesInAlt.name, ({ tokens }: { readonly tokens: readonly Token[] }) =>
    keepEscapesInAlt(tokens),
  )
  for (const rule of [rowHeads, localisePageNumbers, keepHyphenatedWords]) {
    ruler.push(rule.name, (state: { readonly tokens: readonly Token[]; readonly inlineMode: boolean }) => {
      if (isOurs() && !state.inlineMode) rule(state.tokens, marp.lastGlobalDirectives ?? {})
    })
  }

  styleOnce(marp)

  packOnce(marp)
  const render = marp.render.bind(marp) as (markdown: string, env?: object) => Rendered
  marp.render = ((markdown: string, env?: object) => {
    const result = render(markdown, env)
    const stable = scopeNames()
    const html = Array.isArray(result.html) ? result.html.map(stable) : stable(result.html)
    const css = stable(result.css).replace(FONT_FILES, '').replace(REMOTE_IMPORTS, '')
    return { ...result, html, css: fontCss([html].flat().join('')) + css }
  }) as Marp['render']
  return marp

  function fontCss(html: string): string {
    const formulas = html.includes('<math')
    const faces = isOurs() ? fontFaces(html, { formulas }) : formulas ? formulaFaces() : ''
    return faces === '' ? '' : `${faces}\n`
  }
}

export interface RenderOptions extends EngineOptions {
  /** Data URIs by the address in the Markdown, with or without its `media/`. */
  readonly pictures?: ReadonlyMap<string, string>
  /** `@font-face` rules of fonts that do not come along. */
  readonly fontCss?: string
}

export interface RenderedDeck {
  /** A document of its own: styles, fonts and pictures embedded, a slide a page of 960 × 540 pt. */
  readonly html: string
  readonly css: string
  /** The slides alone, with their pictures. */
  readonly body: string
  /** Speaker notes, slide by slide. */
  readonly comments: readonly (readonly string[])[]
}

/** Renders a deck's Markdown to one HTML document, for measuring and for the PDF. */
export function renderDeck(markdown: string, options: RenderOptions = {}): RenderedDeck {
  return deckRenderer(options)(markdown)
}

/** As `renderDeck`, for a deck that is rendered again and again: one engine, whose stylesheet is made once. */
export function deckRenderer(options: RenderOptions = {}): (markdown: string) => RenderedDeck {
  const engine = createEngine({ ...options, marp: { ...PRESENTER, ...options.marp } })
  return (markdown) => documentOf(markdown, engine.render(markdown), options)
}

function documentOf(
  markdown: string,
  { html, css, comments }: { html: string; css: string; comments: string[][] },
  { pictures, fontCss = '' }: RenderOptions,
): RenderedDeck {
  const { lang, title } = frontMatterOf(markdown)
  const body = pictures ? embedPictures(html, pictures) : html
  const document = [
    '<!doctype html>',
    `<html lang="${escapeHtml(lang)}" dir="${isRightToLeft(lang) ? 'rtl' : 'ltr'}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    ...(fontCss ? [`<style id="fonts">${fontCss}</style>`] : []),
    `<style>body { margin: 0 }\n${css}</style></head>`,
    `<body>${body}</body>`,
    '</html>',
  ]
  return { html: document.join('\n'), css, body, comments }
}

function frontMatterOf(markdown: string): { readonly lang: string; readonly title: string } {
  const yaml = /^---[ \t]*\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(markdown.replace(/\r\n?/g, '\n'))?.[1] ?? ''
  let data: unknown
  try {
    data = parse(yaml)
  } catch {
    // Marp passes broken front matter over, too.
  }
  const { lang, title } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  return { lang: typeof lang === 'string' ? lang : 'en', title: typeof title === 'string' ? title : '' }
}

function isRightToLeft(lang: string): boolean {
  return /^(?:ar|arc|ckb|dv|fa|he|iw|ku-arab|ps|sd|syr|ug|ur|yi)\b/i.test(lang)
}

/** Puts data URIs in the place of picture addresses, in `src` and in Marp's backgrounds. */
export function embedPictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return html.replace(/(\bsrc="|url\((?:&quot;)?)([^"&)]+)/g, (whole, before: string, address: string) => {
    const path = decoded(address)
    const uri = pictures.get(path) ?? pictures.get(path.replace(/^media\//, ''))
    return uri === undefined ? whole : before + uri
  })
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replace(/&amp;/g, '&'))
  } catch {
    return address
  }
}

/** How marp-cli's presenter nests slides: ours do alike, so that both take the same stylesheet. */
const PRESENTER: MarpOptions = {
  container: { tag: 'div', id: ':$p' },
  slideContainer: [],
  inlineSVG: true,
}

let packed: { readonly key: string; readonly css: string } | undefined

/** Keeps the last stylesheet: the next deck mostly has the same, and making it takes as long as rendering the slides. */
function packOnce(marp: Marp): void {
  const { themeSet } = marp
  const pack = themeSet.pack.bind(themeSet)
  themeSet.pack = (name, options) => {
    const key = JSON.stringify([name, themeSet.get(name ?? '')?.css, options])
    if (packed?.key !== key) packed = { key, css: pack(name, options) }
    return packed.css
  }
}

interface Rendered {
  readonly html: string | string[]
  readonly css: string
  readonly comments: string[][]
}

/** `lastGlobalDirectives` is Marpit's own, but not in its types. */
type EngineMarp = Marp & { readonly lastGlobalDirectives?: Readonly<Record<string, string>> }
