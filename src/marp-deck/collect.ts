import { mapCss, type AddressUse, type Resolve } from './css-addresses.js'
import type { DeckEngine, RenderedSlides } from './engine.js'
import { mapHtml } from './html-addresses.js'

/** All that a rendered deck would load, by kind; each address once. */
export interface Collected {
  readonly pictures: readonly CollectedPicture[]
  readonly fonts: readonly string[]
  readonly stylesheets: readonly string[]
  /** How often by tag. */
  readonly films: ReadonlyMap<string, number>
}

export interface CollectedPicture {
  readonly address: string
  readonly uses: number
  /** Whether it only ever stands behind a slide's words. */
  readonly isBackground: boolean
}

/** Marp's own themes: what they would load is left out in silence. */
const OWN_THEMES = ['default', 'gaia', 'uncover']

/** Nor are the fonts of KaTeX, which draws without them. */
const KATEX_FONT = /\bKaTeX_[\w-]+\.\w+$/

/** Characters; longer pictures as data are read, and so bounded, like those in files. */
const SHORT_DATA = 20_000

/** Collects the addresses of a rendered deck. */
export function collectAddresses({ html, css }: RenderedSlides, engine: DeckEngine): Collected {
  const own = new Set<string>()
  for (const name of OWN_THEMES)
    mapCss(engine.themeSet.get(name)?.css ?? '', (address) => void own.add(address))
  const pictures = new Map<string, { uses: number; isBackground: boolean }>()
  const others: Record<'font' | 'stylesheet', Set<string>> = { font: new Set(), stylesheet: new Set() }
  const films = new Map<string, number>()
  const take = (address: string, use: AddressUse): undefined => {
    if (own.has(address) || KATEX_FONT.test(address) || use === 'link' || isHarmlessData(address)) return
    if (use === 'film') films.set('video', (films.get('video') ?? 0) + 1)
    else if (use === 'font' || use === 'stylesheet') others[use].add(address)
    else {
      const { uses, isBackground } = pictures.get(address) ?? { uses: 0, isBackground: true }
      pictures.set(address, { uses: uses + 1, isBackground: isBackground && use === 'background' })
    }
  }
  mapHtml(html, take)
  mapCss(css, take)
  return {
    pictures: [...pictures].map(([address, rest]) => ({ address, ...rest })),
    fonts: [...others.font],
    stylesheets: [...others.stylesheet],
    films,
  }
}

/** A short picture or font in its own address, which may stay where it is. */
function isHarmlessData(address: string): boolean {
  if (/^data:(?:font|application\/(?:x-)?font)/i.test(address)) return address.length < 40 * SHORT_DATA
  return (
    /^data:image\//i.test(address) && address.length < SHORT_DATA && !/<!|%3C!|<use|%3Cuse/i.test(address)
  )
}

/** Resolves addresses to those in a map; what is not there is not loaded. Links stay. */
export function resolveWith(addresses: ReadonlyMap<string, string>): Resolve {
  return (address, use) =>
    use === 'link' || isHarmlessData(address)
      ? address
      : (addresses.get(address) ?? addresses.get(unescaped(address)))
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
