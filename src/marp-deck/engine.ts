import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Marp, MarpOptions } from '@marp-team/marp-core'
import { formulaFaces } from '../fonts/index.js'
import { FORMULA, scopeNames, styleOnce } from '../look/index.js'

export interface DeckEngineOptions {
  /** What marp-cli hands to an engine, or how slides are to be nested. */
  readonly marp?: MarpOptions
  /** Stylesheets with a `@theme` comment each; those that no parser takes are passed over. */
  readonly themes?: readonly string[]
}

/** Marp, with what Marpit keeps of the last deck. */
export interface DeckEngine extends Pick<Marp, 'markdown' | 'themeSet' | 'use'> {
  render(markdown: string, env?: object): RenderedSlides
  readonly lastGlobalDirectives?: Readonly<Record<string, string | undefined>> | undefined
}

export interface RenderedSlides {
  readonly html: string
  readonly css: string
  readonly comments: readonly (readonly string[])[]
}

/**
 * Marp as marp-cli brings it along, and so as most decks are made with: its themes, its highlighting, its MathJax. Only
 * what would be asked for on the network is drawn otherwise: emoji as letters, KaTeX as MathML.
 */
export function createDeckEngine({ marp: given = {}, themes = [] }: DeckEngineOptions = {}): DeckEngine {
  const { Marp: MarpOfCli } = loadMarpCore()
  const marp = new MarpOfCli({
    ...given,
    emoji: { unicode: false, shortcode: true },
    math: { lib: 'mathjax', katexOption: { ...FORMULA }, katexFontPath: false },
    script: false,
  }) as unknown as DeckEngine
  for (const css of themes) addTheme(marp, css)
  styleOnce(marp)
  // Commands that a deck defines can double what they are given, again and again; KaTeX bounds that, MathJax does not.
  marp.markdown.core.ruler.after(
    'marpit_directives_global_parse',
    'bounded_maths',
    ({ src }: { readonly src: string }) => {
      if (DEFINES.test(src)) Object.assign(marp.lastGlobalDirectives ?? {}, { math: 'katex' })
    },
  )
  const render = marp.render.bind(marp) as (markdown: string, env?: object) => RenderedSlides
  marp.render = ((markdown: string, env?: object) => {
    const rendered = render(markdown, env)
    const stable = scopeNames()
    const html = Array.isArray(rendered.html) ? rendered.html.map(stable) : stable(rendered.html)
    return { ...rendered, html, css: mathCss([html].flat().join('')) + stable(rendered.css) }
  }) as never
  return marp
}

const DEFINES = /\\(?:[gex]?def|let|(?:re)?new(?:command|environment)|providecommand|DeclareMathOperator)\b/

/** The script that fits headings and code into a slide, for a page's own `<script>`. */
export function fittingScript(): string {
  return readFileSync(join(dirname(marpCoreRequire().resolve('@marp-team/marp-core')), 'browser.js'), 'utf8')
}

/** The theme's name in a stylesheet's `@theme` comment. */
export function themeName(css: string): string | undefined {
  return /\/\*[^]*?@theme\s+([\w-]+)[^]*?\*\//.exec(css)?.[1]
}

function addTheme(marp: DeckEngine, css: string): void {
  try {
    marp.themeSet.add(css)
  } catch {
    // Without it the deck names a theme that is not there, which is told.
  }
}

function loadMarpCore() {
  return marpCoreRequire()('@marp-team/marp-core') as { readonly Marp: new (options: object) => Marp }
}

function marpCoreRequire(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve('@marp-team/marp-cli'))
}

/** KaTeX's fonts are on the network: MathML is drawn with the one that comes along. */
function mathCss(html: string): string {
  if (!html.includes('<math')) return ''
  return `${formulaFaces()}\nmath { font-family: 'DejaVu Math TeX Gyre', math; }\n`
}
