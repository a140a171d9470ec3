/** `{#id .class key=value key="value"}` read from the end or the start of a text. */
export interface Attributes {
  readonly id?: string
  readonly classes: readonly string[]
  /** A bare word is a key with an empty value. */
  readonly values: ReadonlyMap<string, string>
}

const PAIR = /#([^\s}#.]+)|\.([^\s}#.]+)|([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+)))?/y

/** Parses what stands between the braces; undefined where it is not a list of attributes. */
export function parseAttributes(inner: string): Attributes | undefined {
  const values = new Map<string, string>()
  const classes: string[] = []
  let id: string | undefined
  const text = inner.replace(/^:/, '').trim()
  let index = 0
  while (index < text.length) {
    PAIR.lastIndex = index
    const match = PAIR.exec(text)
    if (!match) return undefined
    if (match[1]) id ??= match[1]
    else if (match[2]) classes.push(match[2])
    else values.set(match[3] as string, match[4] ?? match[5] ?? match[6] ?? '')
    index = PAIR.lastIndex
    if (index < text.length && !/\s/.test(text[index] as string)) return undefined
    while (index < text.length && /\s/.test(text[index] as string)) index++
  }
  if (!id && classes.length === 0 && values.size === 0) return undefined
  return { ...(id ? { id } : {}), classes, values }
}

/** Attributes at the end of a heading's text: the text without them, and what they say. */
export function trailingAttributes(text: string): { text: string; attributes?: Attributes } {
  const match = /\{([^{}]*)\}$/.exec(text.trimEnd())
  const attributes = match ? parseAttributes(match[1] as string) : undefined
  return match && attributes ? { text: text.slice(0, match.index).trimEnd(), attributes } : { text }
}

/** Attributes right behind a link or a picture, or on the line below it. */
export function leadingAttributes(text: string): { text: string; attributes?: Attributes } {
  const match = /^\n?\{([^{}]*)\}/.exec(text)
  const attributes = match ? parseAttributes(match[1] as string) : undefined
  return match && attributes ? { text: text.slice(match[0].length), attributes } : { text }
}
