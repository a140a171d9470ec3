import { parse } from 'yaml'
import { cutFrontMatter } from '../guide/index.js'

/** Whether a Markdown text is a Marp deck: its front matter says `marp: true`. */
export function isMarpDeck(source: string): boolean {
  const { block } = cutFrontMatter(source)
  if (block?.format !== 'yaml' || !/^["']?marp["']?[ \t]*:/m.test(block.text)) return false
  try {
    const data: unknown = parse(block.text, { logLevel: 'silent', maxAliasCount: 10 })
    return typeof data === 'object' && data !== null && (data as { marp?: unknown }).marp === true
  } catch {
    // Marp reads colours such as `color: #fff` that YAML takes for comments, and more that it does not take at all.
    return /^["']?marp["']?[ \t]*:[ \t]*true[ \t]*$/m.test(block.text)
  }
}
