/** CSS of a picture, without what would load something. */
export interface CleanCss {
  readonly css: string
  readonly isChanged: boolean
}

const FONT = /^data:(?:font\/|application\/(?:x-)?font-|application\/octet-stream)[^"')]*$/i
// Each form ends at its first quote or parenthesis, so that no text takes longer than its length.
const URL_TOKEN = /url\(\s*"([^"]*)"\s*\)|url\(\s*'([^']*)'\s*\)|url\(([^()"']*)\)/gi

/** Leaves in CSS (of a style element, a style attribute or a presentation attribute) what stays in the picture. */
export function cleanCss(written: string): CleanCss {
  if (!/[@\\(]/.test(written)) return { css: written, isChanged: false }
  const plain = written.replace(/\/\*[^]*?(?:\*\/|$)/g, '')
  const css = plain
    .replace(/@(?:import|charset|namespace)\b[^;}]*;?/gi, '')
    .replace(URL_TOKEN, (whole, ...groups: (string | undefined)[]) =>
      mayStay(groups.slice(0, 3).find((one) => one !== undefined) ?? '') ? whole : 'none',
    )
  // Escapes can spell a forbidden word; whoever does that has something to hide.
  if (loads(unescaped(css))) return { css: '', isChanged: true }
  const isChanged = css.replace(/\s+/g, '') !== plain.replace(/@(?:charset|namespace)\b[^;}]*;?|\s+/gi, '')
  return { css, isChanged }
}

function mayStay(written: string): boolean {
  const address = written.trim()
  return address.startsWith('#') || FONT.test(address)
}

function loads(css: string): boolean {
  const addresses = [...css.matchAll(URL_TOKEN)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  const rest = css.replace(URL_TOKEN, '')
  return (
    addresses.some((one) => !mayStay(one)) ||
    /@import|\burl\s*\(|\bsrc\s*\(|image-set|\bimage\s*\(|expression\s*\(|javascript:|-moz-binding|(?<!-)behavior\s*:/i.test(
      rest,
    )
  )
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, hex?: string, sign?: string) => {
    if (hex === undefined) return sign ?? ''
    const point = Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  })
}
