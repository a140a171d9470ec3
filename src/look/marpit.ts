interface SlideToken {
  readonly meta?: { readonly marpitDirectives?: { style?: string } } | null
}

type Rule = (state: { readonly tokens: readonly SlideToken[] }) => void

interface Rules {
  readonly markdown: {
    readonly core: { readonly ruler: { before(other: string, name: string, rule: Rule): void } }
  }
}

/** Keeps the stylesheet of a deck out of its slides' elements, each of which would carry the whole of it, twice. */
export function styleOnce(marp: Rules): void {
  marp.markdown.core.ruler.before('marpit_directives_apply', 'style_once', ({ tokens }) => {
    for (const { meta } of tokens) delete meta?.marpitDirectives?.style
  })
}

/** Numbers the names of scoped styles, which Marpit draws at random: the same deck gives the same bytes. */
export function scopeNames(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) =>
    text.replace(/\bdata-marpit-scope-(\w+)/g, (_, name: string) => {
      if (!names.has(name)) names.set(name, String(names.size + 1))
      return `data-marpit-scope-${names.get(name)}`
    })
}
