import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accentTokens } from '../look/index.js'
import { productFolder, type Templates } from '../templates/index.js'
import type { DeckData } from './data.js'

export interface Presenter {
  readonly data: DeckData
  /** CSS. */
  readonly style: string
}

const OPENING = '<script>'
/** The last slide and the deck's own element end here; speaker notes follow. */
const END_OF_SLIDES = '</svg></div>'

let script: string | undefined

/** The script that the page runs, as it stands in the HTML: made by src/bundle. */
export function presenterScript(): string {
  script ??= readFileSync(join(productFolder(), 'dist', 'present.js'), 'utf8')
  return script
}

/** The stylesheet: tokens, light and dark, with the guide's accent, then what the presenter adds. */
export function presenterStyle(templates: Templates, accent?: string): string {
  const [dark = ''] = /:root\s*\{[^}]*\}/.exec(templates.style('dark')) ?? []
  const tokens = (selector: string, variant: 'light' | 'dark'): string => {
    const list = accent ? Object.entries(accentTokens(accent, variant)) : []
    return `${selector} { ${list.map(([name, value]) => `${name}: ${value};`).join(' ')} }`
  }
  const common = templates.style('tokens')
  const names = [...new Set(common.match(/--[\w-]+(?=:)/g))]
  return [
    common,
    tokens(':root', 'light'),
    dark.replace(':root', ':root.dh-dark'),
    tokens(':root.dh-dark', 'dark'),
    // Slides have their theme's own, even where it is not ours.
    `#\\:\\$p > svg > foreignObject { color-scheme: normal; ${names.map((name) => `${name}: initial;`).join(' ')} }`,
    templates.style('present'),
  ].join('\n')
}

/**
 * Adds our script, its data and its style to marp-cli's HTML. The script stands before marp-cli's own, which is the last
 * thing in the file.
 */
export function withPresenter(html: string, { data, style }: Presenter): string {
  const at = html.lastIndexOf(OPENING)
  const ours = `${dataElement(data)}${OPENING}${presenterScript()}</script>`
  return (html.slice(0, at) + ours + html.slice(at)).replace(
    '</head>',
    () => `<style>${style}</style></head>`,
  )
}

/** The same deck to share: without notes, and with a script that knows no presenter view. */
export function publicHtml(html: string, data: DeckData): string {
  const scripts = html.lastIndexOf(OPENING, html.lastIndexOf(OPENING) - 1)
  const end = html.lastIndexOf(END_OF_SLIDES, scripts) + END_OF_SLIDES.length
  const slides = html
    .slice(0, end)
    .replace(/<button data-bespoke-marp-osc="presenter"[^>]*>[^<]*<\/button>/, '')
  return slides + dataElement(toShare(data)) + html.slice(scripts)
}

/** What may be skipped is the speaker's business. */
function toShare(data: DeckData): DeckData {
  return { ...data, isPublic: true, could: [], should: [] }
}

/** Data as an attribute: no title can end it, and it is no script that a policy would have to allow. */
function dataElement(data: DeckData): string {
  const text = JSON.stringify(data)
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  return `<div id="dh-data" hidden data-deck="${text}"></div>`
}
