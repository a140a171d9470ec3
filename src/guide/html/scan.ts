/** A piece of HTML as its tokenizer cuts it; offsets into the text. */
export type Token =
  | { readonly kind: 'text' | 'comment' | 'instruction'; readonly start: number; readonly end: number }
  | { readonly kind: 'unclosed-comment'; readonly start: number; readonly end: number }
  | TagToken

export interface TagToken {
  readonly kind: 'open' | 'close'
  readonly start: number
  readonly end: number
  /** As written, without attributes. */
  readonly name: string
  readonly attributes: number
  readonly isSelfClosing: boolean
}

// A tag that never ends is text; so many of them in one block are no HTML, and the rest of it is not looked at.
const MOST_FAILURES = 20

/**
 * Cuts HTML into tags, comments and text, in time linear to its length. Comments end by CommonMark's rule, so that
 * nothing of one is shown.
 */
export function scan(html: string): readonly Token[] {
  const tokens: Token[] = []
  const unclosed = new Set<string>()
  let failures = 0
  let text = 0
  let at = html.indexOf('<')
  while (at >= 0 && failures < MOST_FAILURES) {
    const token = tokenAt(html, at)
    if (token) {
      if (text < at) tokens.push({ kind: 'text', start: text, end: at })
      tokens.push(token)
      text = token.kind === 'open' ? afterRawText(html, token, unclosed) : token.end
    } else if (/[a-z!?]/i.test(html.charAt(at + 1))) failures++
    at = html.indexOf('<', token ? Math.max(text, token.end) : at + 1)
  }
  if (text < html.length) tokens.push({ kind: 'text', start: text, end: html.length })
  return tokens
}

function tokenAt(html: string, start: number): Token | undefined {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 2)
    return end < 0
      ? { kind: 'unclosed-comment', start, end: html.length }
      : { kind: 'comment', start, end: end + 3 }
  }
  if (html.startsWith('<![CDATA[', start)) return until(html, start, ']]>', 'instruction')
  if (html.startsWith('<?', start)) return until(html, start, '?>', 'instruction')
  if (/[a-z]/i.test(html.charAt(start + 2)) && html.startsWith('<!', start))
    return until(html, start, '>', 'comment')
  return tagAt(html, start)
}

/** Scripts, styles and the inside of a frame are no HTML; where they are closed they are passed over. */
function afterRawText(html: string, { name, end, isSelfClosing }: TagToken, unclosed: Set<string>): number {
  const lower = name.toLowerCase()
  if (!/^(script|style|iframe)$/.test(lower) || unclosed.has(lower) || isSelfClosing) return end
  const closing = new RegExp(`</${lower}[\\s/>]`, 'gi')
  closing.lastIndex = end
  const match = closing.exec(html)
  if (!match) unclosed.add(lower)
  return match ? match.index : end
}

function until(
  html: string,
  start: number,
  closing: string,
  kind: 'comment' | 'instruction',
): Token | undefined {
  const end = html.indexOf(closing, start)
  return end < 0 ? undefined : { kind, start, end: end + closing.length }
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iy
const BETWEEN = /[\s/]*/y
const ATTRIBUTE = /[^\s/>][^\s/>=]*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^\s>]*/y

/** The states of HTML's own tokenizer, so that both see the same tags. */
function tagAt(html: string, start: number): TagToken | undefined {
  const match = at(NAME, html, start)
  if (!match) return undefined
  let end = start + match[0].length
  for (let attributes = 0; ; attributes++) {
    end += length(at(BETWEEN, html, end))
    if (html.charAt(end) === '>') {
      const isSelfClosing = html.charAt(end - 1) === '/'
      const kind = match[1] ? 'close' : 'open'
      return { kind, start, end: end + 1, name: match[2] as string, attributes, isSelfClosing }
    }
    const name = at(ATTRIBUTE, html, end)
    if (!name) return undefined
    end += name[0].length
    const equals = at(EQUALS, html, end)
    if (!equals) continue
    end += equals[0].length
    const quote = html.charAt(end)
    if (quote === '"' || quote === "'") {
      const closing = html.indexOf(quote, end + 1)
      if (closing < 0) return undefined
      end = closing + 1
    } else end += length(at(UNQUOTED, html, end))
  }
}

function at(pattern: RegExp, html: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(html)
}

function length(match: RegExpExecArray | null): number {
  return match?.[0].length ?? 0
}
