import type { Balance } from './balance.js'
import { safeComment, type CommentFaults } from './comments.js'
import { safeCss } from './css.js'

/** What Marp itself lets through, but for what would have to be loaded. */
const ALLOWED = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details div dl ' +
    'dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nav ol p pre q rp rt ruby s section ' +
    'small span strike strong sub summary sup table tbody td tfoot th thead time tr u ul wbr'
  ).split(' '),
)

/** Of these the content goes, too: it is not for readers. */
const WITH_CONTENT =
  'script iframe object embed template noscript noembed noframes svg math xmp plaintext textarea title video audio select'.split(
    ' ',
  )

const COMMENT = /<!--+([^]*?)--+>/g
const STYLE = /<style\b([^>]*)>([^]*?)(?:<\/style\s*>|$)/gi
const GONE = new RegExp(`<(${WITH_CONTENT.join('|')})\\b[^>]*>[^]*?(?:</\\1\\s*>|$)`, 'gi')
const TAG = /<(\/?)([a-z][\w:-]*)([^<>]*)(?:>|$)/gi

export interface HtmlFaults extends CommentFaults {
  readonly removed: (tag: string) => void
  /** A stylesheet for the whole deck was taken for this slide alone. */
  readonly unscoped: () => void
}

/** Raw HTML of an author's slide: what Marp would show, and nothing that runs, loads or reaches beyond the slide. */
export function safeHtml(html: string, balance: Balance, tell: HtmlFaults): string {
  const kept: string[] = []
  const keep = (text: string): string => `\u0000${kept.push(text) - 1}\u0000`
  const text = html
    .replaceAll('\u0000', '')
    .replace(COMMENT, (written: string, inner: string, offset: number) => {
      const safe = safeComment(inner, {
        ...tell,
        directive: (name, at) => tell.directive(name, offset + written.indexOf(inner) + at),
      })
      return safe === '' ? '' : keep(safe)
    })
    .replace(/<!--[^]*$|<!\[CDATA\[[^]*?(?:\]\]>|$)|<[!?][^>]*>?/g, '')
    .replace(STYLE, (_, attributes: string, css: string) => {
      if (!/\bscoped\b/i.test(attributes)) tell.unscoped()
      return keep(`<style scoped>${safeCss(css, tell.address).replaceAll('</', '<\\/')}</style>`)
    })
    .replace(GONE, (_, tag: string) => {
      tell.removed(tag.toLowerCase())
      return ''
    })
    .replace(TAG, (_, slash: string, name: string, attributes: string) => {
      const tag = name.toLowerCase()
      if (ALLOWED.has(tag)) {
        const { before, isKept } = balance.tag(tag, slash === '/')
        return isKept ? keep(`${before}<${slash}${tag}${slash ? '' : safeAttributes(attributes)}>`) : before
      }
      tell.removed(tag)
      return ''
    })
  return text.replace(/\u0000(\d+)\u0000/g, (_, index: string) => kept[Number(index)] ?? '')
}

const ATTRIBUTE = /([a-z][\w:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`=]+))?/gi

/** Without handlers, styles and all that names another address than a link's or a picture's. */
function safeAttributes(written: string): string {
  return [...written.matchAll(ATTRIBUTE)]
    .filter(
      ([, name = '']) =>
        !/^(?:on.*|style|srcset|ping|background|formaction|action|data|poster|xlink:.*|srcdoc)$/i.test(name),
    )
    .map(([, name = '', value]) => ` ${name.toLowerCase()}${value === undefined ? '' : `=${value}`}`)
    .join('')
}
