import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { productFolder } from '../templates/index.js'

/** What the documentation says of one code. */
export interface Entry {
  readonly code: string
  /** What it means, in one sentence. */
  readonly summary: string
  /** The whole entry, as Markdown without its heading. */
  readonly text: string
}

/** Entries of content/FINDINGS.md: each `## code` and what follows it. */
export function parseEntries(markdown: string): ReadonlyMap<string, Entry> {
  const [, ...pieces] = markdown.split(/^## (?=[a-z][a-z\d-]*$)/m)
  return new Map(
    pieces.map((piece) => {
      const end = piece.indexOf('\n')
      const code = piece.slice(0, end)
      const text = piece.slice(end).trim()
      const what = /^\*\*What\*\* \([^)]*\): ([^]*?)(?:\n\n|$)/.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? ''
      return [code, { code, summary: /^.*?\.(?= |$)/.exec(what)?.[0] ?? what, text }]
    }),
  )
}

/** Reads the documentation that comes with the product. */
export async function loadEntries(): Promise<ReadonlyMap<string, Entry>> {
  return parseEntries(await readFile(join(productFolder(), 'content', 'FINDINGS.md'), 'utf8'))
}
