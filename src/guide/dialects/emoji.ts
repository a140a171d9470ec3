import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** One name or several without a blank between them; `10:30:45` and `std::key::x` are none. */
const SHORTCODES = /(?<![\w:])(?::[a-z0-9_+-]{1,50}:)+(?![\w:])/g

/** MkDocs' icons, with the attributes behind them: pictures without words. */
const ICON = /:(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:(?:\{[^{}]*\})?/g

/** Whether a text has what may be the name of an emoji between colons. */
export function mayHoldEmoji(source: string): boolean {
  return source.search(SHORTCODES) >= 0
}

/** Names of emoji between colons as the emoji; other names stay as they are. Changes the tree. */
export async function withEmoji(root: Root): Promise<void> {
  const { default: emoji } = await import('markdown-it-emoji/lib/data/full.mjs')
  const names: Readonly<Record<string, string>> = emoji
  visit(root, 'text', (node) => {
    if (!node.value.includes(':')) return
    node.value = node.value
      .replace(ICON, '')
      .replace(SHORTCODES, (run) =>
        run.replace(/:([^:]+):/g, (whole, name: string) =>
          Object.hasOwn(names, name) ? (names[name] as string) : whole,
        ),
      )
  })
}
