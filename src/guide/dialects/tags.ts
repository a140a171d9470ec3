/** A template tag in running text. */
export interface Tag {
  readonly family: Family
  /** What stands between the marks, without white space and dashes at either end. */
  readonly inner: string
  readonly from: number
  readonly to: number
}

/** Tags that only arrange what stands between them, which stays: nothing of theirs is lost. */
export const STRUCTURE: ReadonlySet<string> = new Set(
  (
    'tab tabs tabbed tabitem steps step stepper code content-ref cards columns column row details expand collapse ' +
    'accordion swiper wrapper div section center block blocks updates update card'
  ).split(' '),
)

export type Family =
  | 'Hugo shortcode'
  | 'Liquid tag'
  | 'template expression'
  | 'ERB or EJS tag'
  | 'template comment'

const MARKS: readonly (readonly [string, string, Family])[] = [
  ['{{<', '>}}', 'Hugo shortcode'],
  ['{{%', '%}}', 'Hugo shortcode'],
  ['{{{', '}}}', 'template expression'],
  ['{{', '}}', 'template expression'],
  ['{%', '%}', 'Liquid tag'],
  ['<%', '%>', 'ERB or EJS tag'],
  ['{# ', ' #}', 'template comment'],
]

/** Whether a text can hold template tags at all. */
export function mayHoldTags(text: string): boolean {
  return /\{\{|\{%|<%|\{# /.test(text)
}

/** The tags of a text, in order, none inside another. */
export function tagsOf(text: string): readonly Tag[] {
  const tags: Tag[] = []
  const closeBehind = closings(text)
  const opening = /[{<]/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = match.index
    const found = MARKS.filter(([open]) => text.startsWith(open, from)).flatMap(([open, close, family]) => {
      const end = closeBehind(close, from + open.length)
      const next = text.indexOf(open, from + open.length)
      // One that opens again before it is closed was never meant as a tag.
      return end === undefined || (next >= 0 && next < end) ? [] : [{ open, close, family, end }]
    })[0]
    if (!found) continue
    const { open, close, family, end } = found
    const to = end + close.length
    tags.push({ family, inner: bare(text.slice(from + open.length, end)), from, to })
    opening.lastIndex = to
  }
  return tags
}

/** Where the next closing mark stands; each stretch of the text is searched once. */
function closings(text: string): (close: string, from: number) => number | undefined {
  const known = new Map<string, number>()
  return (close, from) => {
    const before = known.get(close) ?? -1
    const at = before >= from ? before : text.indexOf(close, from)
    known.set(close, at < 0 ? Infinity : at)
    return at < 0 || at === Infinity ? undefined : at
  }
}

/** The tag that a line consists of. */
export function loneTag(line: string): Tag | undefined {
  const text = line.trim()
  if (!/^(?:\{\{|\{%|<%)/.test(text)) return undefined
  const tags = tagsOf(text)
  return tags.length === 1 && tags[0]?.from === 0 && tags[0].to === text.length ? tags[0] : undefined
}

function bare(inner: string): string {
  const start = /^[-~=](?=\s|[^-~=])/.test(inner) ? 1 : 0
  const end = /[-~]$/.test(inner) ? inner.length - 1 : inner.length
  return inner.slice(start, Math.max(start, end)).trim()
}

export interface Call {
  /** In small letters, without the mark of a closing tag. */
  readonly name: string
  readonly isClosing: boolean
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
}

const ARGUMENT =
  /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,]+))|"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,"'`]+)/g

/** What a tag calls, and with what: `figure src="a.png"`, `/notice`, `endhighlight`. */
export function callOf(inner: string): Call {
  const match = /^(\/|#|end(?=[a-z]))?\s*([\w./-]*)\s*([^]*)$/i.exec(inner)
  const [, mark = '', name = '', rest = ''] = match ?? []
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const found of rest.matchAll(ARGUMENT)) {
    const [, key, ...values] = found
    const value = values.find((one) => one !== undefined) ?? ''
    if (key !== undefined) named.set(key.toLowerCase(), value)
    else if (value !== '/') positional.push(value)
  }
  return { name: name.toLowerCase(), isClosing: mark !== '' && mark !== '#', positional, named }
}
