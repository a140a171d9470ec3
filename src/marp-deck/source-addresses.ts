/** Places in a deck's source, as offsets: from the first to before the second. */
export type Ranges = readonly (readonly [number, number])[]

/** Where Marp follows an address: in a link or picture, in a definition, in CSS, in HTML. */
const OPENS = String.raw`(\]\(\s*<?|\]:\s*<?|\burl\(\s*["']?|\b(?:src|poster|srcset)\s*=\s*["']?)`
const CLOSES = String.raw`(?=$|[\s)"'>,;])`

/** Markdown takes no such address for a picture: it stands there as text. */
const ODD_SCHEME = /^(?!https?:|data:)[a-z][a-z\d+.-]*:/i
const OPENS_CSS = String.raw`(\burl\(\s*["']?)`

/** An `@import` of something that is not one of the themes that a deck may name. */
const IMPORT = /@import\s*(?:url\(\s*(?:"[^"\n]*"|'[^'\n]*'|[^)"'\n]*)\)|"[^"\n]*"|'[^'\n]*')[^;{}\n]*;?/gi
const THEME_IMPORT = /^@import\s*(["'])[\w-]+\1/i

/** The 1-based line on which an address first stands, outside of code. */
export function lineOfAddress(source: string, address: string, code: Ranges): number | undefined {
  for (const written of spellings(address))
    for (const { index, 1: before = '' } of source.matchAll(pattern(written)))
      if (!isIn(code, index)) return source.slice(0, index + before.length).split('\n').length
  return undefined
}

/** The deck's source with other addresses in the place of its own, and without stylesheets that it would fetch. */
export function withAddresses(source: string, to: ReadonlyMap<string, string>, code: Ranges): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = []
  for (const { index, 0: written } of source.matchAll(IMPORT))
    if (!isIn(code, index) && !THEME_IMPORT.test(written))
      edits.push({ start: index, end: index + written.length, text: '' })
  for (const [address, text] of to)
    for (const written of spellings(address))
      for (const { index, 1: before = '' } of source.matchAll(pattern(written))) {
        const start = index + before.length
        if (!isIn(code, start)) edits.push({ start, end: start + written.length, text })
      }
  let result = ''
  let at = 0
  // Of two that begin alike the longer one is meant.
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}

/** How an address may be written that Marp gives out escaped. */
function spellings(address: string): readonly string[] {
  const plain = unescaped(address)
  return [...new Set([address, plain, address.replaceAll('&', '&amp;'), plain.replace(/([_*])/g, '\\$1')])]
}

function unescaped(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

function pattern(written: string): RegExp {
  const opens = ODD_SCHEME.test(written) ? OPENS_CSS : OPENS
  return new RegExp(`${opens}${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${CLOSES}`, 'gm')
}

function isIn(ranges: Ranges, offset: number): boolean {
  return ranges.some(([start, end]) => offset >= start && offset < end)
}
