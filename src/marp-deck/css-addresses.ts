/** How an address is used. */
export type AddressUse = 'picture' | 'background' | 'font' | 'stylesheet' | 'film' | 'link'

/** What stands in the place of an address: itself, another, or nothing. */
export type Resolve = (address: string, use: AddressUse) => string | undefined

const URL = String.raw`url\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)`
const LOADING = new RegExp(
  [
    // Its address may hold semicolons: `wght@400;700`.
    String.raw`@import\b\s*(?:${URL}|"[^"]*"|'[^']*')?[^;{}]*;?`,
    String.raw`(?:-webkit-)?image-set\s*\(`,
    String.raw`\bsrc\s*\(`,
    String.raw`\burl\s*\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)]*))\s*\)?`,
  ].join('|'),
  'gi',
)

/**
 * A letter or sign that was escaped, so that no reader of the source would find it; a colon in an address alone, since
 * marp-cli's own selector is `#\:\$p`.
 */
const ESCAPED = /\\(?:0{0,4}([2-7][0-9a-f])\s?|([g-z@/(]|:(?=\\?\/)))/gi

const FONT = /\.(?:woff2?|[ot]tf|eot)(?:[?#].*)?$/i

/** A stylesheet, or a part of one, with its addresses resolved; what is left without one loads nothing. */
export function mapCss(css: string, resolve: Resolve): string {
  const plain = css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ').replace(ESCAPED, unescaped)
  return plain.replace(LOADING, (written: string, double?: string, single?: string, bare?: string) => {
    if (written.startsWith('@')) {
      const address = /["'(]\s*["']?([^"')]+)/.exec(written)?.[1]?.trim() ?? ''
      resolve(address, 'stylesheet')
      return ''
    }
    if (!/^url/i.test(written)) return 'none('
    const address = (double ?? single ?? bare ?? '').trim()
    if (address.startsWith('#')) return written
    const resolved = resolve(address, FONT.test(address) ? 'font' : 'background')
    return resolved === undefined ? 'none' : `url("${resolved.replace(/["\\\n]/g, encodeURIComponent)}")`
  })
}

/** Letters and what calls and loads; others (`\201C`) mean what they say. */
function unescaped(written: string, code: string | undefined, sign: string | undefined): string {
  const letter = sign ?? String.fromCharCode(Number.parseInt(code ?? '', 16))
  return /[a-z@:/(-]/i.test(letter) ? letter : written
}
