import { mapCss, type Resolve } from './css-addresses.js'

const PIECE = /<(style|script)\b([^>]*)>([^]*?)<\/\1\s*>|<([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi
const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g

/** What runs, or names a place that no slide needs. */
const NEVER =
  /^(?:on.*|srcdoc|action|formaction|ping|background|data|codebase|manifest|longdesc|usemap|autoplay)$/

/** Marp repeats what a background is in a property that nothing reads; a picture there would be in the file twice. */
const REPEATED = /--background-image:[^]*?(?:;(?=--|background|color|$)|$)/g

const SAFE_LINK = /^(?:https?:|mailto:|tel:|#|(?![a-z][a-z\d+.-]*:|\/\/))/i

/** Slides as HTML, or a document that holds them, with all addresses resolved. Scripts stay as they are. */
export function mapHtml(html: string, resolve: Resolve): string {
  return html.replace(
    PIECE,
    (
      written: string,
      raw: string | undefined,
      rawAttributes: string | undefined,
      content: string | undefined,
      tag: string | undefined,
      attributes: string | undefined,
    ) => {
      if (raw?.toLowerCase() === 'style') {
        const css = mapCss(content ?? '', resolve).replace(/<\/(?=style)/gi, '<\\/')
        return `<style${rawAttributes ?? ''}>${css}</style>`
      }
      if (raw !== undefined || tag === undefined || !/=|href/i.test(attributes ?? '')) return written
      return `<${tag}${mapAttributes(tag.toLowerCase(), attributes ?? '', resolve)}>`
    },
  )
}

function mapAttributes(tag: string, attributes: string, resolve: Resolve): string {
  return attributes.replace(
    ATTRIBUTE,
    (written: string, name: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare
      const mapped = mapAttribute(tag, name.toLowerCase(), value === undefined ? '' : decode(value), resolve)
      if (mapped === KEPT) return written
      return mapped === undefined ? '' : `${name}="${encode(mapped)}"`
    },
  )
}

/** Says that an attribute is no matter of addresses. */
const KEPT = Symbol('kept')

function mapAttribute(
  tag: string,
  name: string,
  value: string,
  resolve: Resolve,
): string | undefined | typeof KEPT {
  if (NEVER.test(name)) return undefined
  if (name === 'style') return mapCss(value.replace(REPEATED, ''), resolve)
  if (name === 'href' || name === 'xlink:href') {
    // Without an address a link leads to the page itself, wherever that was printed.
    if (value.trim() === '') return undefined
    if (tag === 'a') return SAFE_LINK.test(value.trim()) ? resolve(value, 'link') : undefined
    if (tag === 'link') return /^https?:/i.test(value) ? KEPT : undefined
    return value.startsWith('#') ? KEPT : undefined
  }
  if (name === 'srcset') return mapSourceSet(value, resolve)
  if (name === 'poster') return resolve(value, 'picture')
  if (name === 'src') return resolve(value, /^(?:video|audio)$/.test(tag) ? 'film' : 'picture')
  return KEPT
}

function mapSourceSet(value: string, resolve: Resolve): string | undefined {
  const entries = /^\s*data:/i.test(value) ? [value] : value.split(',')
  const mapped = entries.flatMap((entry) => {
    const [address = '', ...size] = entry.trim().split(/\s+/)
    const resolved = address && resolve(address, 'picture')
    return resolved ? [[resolved, ...size].join(' ')] : []
  })
  return mapped.length > 0 ? mapped.join(', ') : undefined
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(value: string): string {
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (written, decimal, hex, name) => {
    if (name) return ENTITIES[(name as string).toLowerCase()] ?? written
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}

function encode(value: string): string {
  return value.replace(/[&"<>]/g, (sign) => `&${{ '&': 'amp', '"': 'quot', '<': 'lt', '>': 'gt' }[sign]};`)
}
