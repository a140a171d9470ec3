/** What may load something, or bring in another stylesheet. */
const LOADING =
  /@import\b[^;{}]*;?|(?:-webkit-)?image-set\s*\(|\bsrc\s*\(|\burl\s*\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)]*))\s*\)?/gi

/** A letter or sign that was escaped, so that no reader of the source would find it. */
const ESCAPED = /\\(?:0{0,4}([2-7][0-9a-f])\s?|([g-z@:/(]))/gi

/**
 * A slide's own stylesheet without all that loads something: pictures as data and references within stay.
 * @param tell hears of each address that went
 */
export function safeCss(css: string, tell: (address: string) => void): string {
  const plain = css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ').replace(ESCAPED, unescaped)
  return plain.replace(LOADING, (written: string, double?: string, single?: string, bare?: string) => {
    const address = (double ?? single ?? bare ?? '').trim()
    if (/^url/i.test(written) && /^(?:#|data:image\/(?:png|jpeg|gif|webp|avif);)/i.test(address))
      return written
    tell(address || written.trim())
    return written.startsWith('@') ? '' : written.endsWith('(') ? 'none(' : 'none'
  })
}

/** Letters and what calls and loads; others (`\201C`) mean what they say. */
function unescaped(written: string, code: string | undefined, sign: string | undefined): string {
  const letter = sign ?? String.fromCharCode(Number.parseInt(code ?? '', 16))
  return /[a-z@:/(-]/i.test(letter) ? letter : written
}
