import { finding, type Finding } from '../../finding/index.js'
import type { Kind } from '../front-matter/index.js'
import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

const QUERY =
  /^\s*(`{3,}|~{3,})\s*(dataview|dataviewjs|tasks|query|base|button|meta-bind[\w-]*|tracker|excalidraw)\s*$/i

/** Whether a page is a note of Obsidian's: it says so, or links to notes as only such do. */
export function isObsidian(text: readonly string[], kind: Kind | undefined): boolean {
  if (kind !== undefined) return kind === 'obsidian'
  return text.some(
    (line) =>
      line.length < 10_000 &&
      /(?<![\w`\]])!?\[\[(?!_?toc)[^[\]|\n]{2,}(?:\|[^[\]\n]+)?\]\](?![(:])/i.test(line),
  )
}

/**
 * What only Obsidian reads, line by line: comments between `%%` on lines of their own, marks of blocks (`^id`), states of
 * tasks that Markdown has not (`[>]`). Queries that a plugin would answer are left out, and told.
 */
export function withoutObsidian(lines: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  const { text, at } = lines
  const kinds = lineKinds(text)
  const { put, lines: written } = lineWriter()
  const lastComment = text.findLastIndex((line) => line.trim() === '%%')
  const queries: { readonly line: number; readonly example: string }[] = []
  let isComment = false
  let fence = ''
  text.forEach((line, index) => {
    const from = at[index] as number
    if (fence) {
      if (line.trim().startsWith(fence)) fence = ''
      return put('', from)
    }
    const [, opened = '', name = ''] = kinds[index] === 'code' ? (QUERY.exec(line) ?? []) : []
    if (opened && !isComment) {
      fence = opened
      queries.push({ line: from, example: opened + name })
      return put('', from)
    }
    if (line.trim() === '%%' && kinds[index] === 'prose' && (isComment || index < lastComment)) {
      isComment = !isComment
      return put('', from)
    }
    if (isComment) return put('', from)
    if (kinds[index] !== 'prose') return put(line, from)
    put(line.replace(/(?:^|\s)\^[\w-]+\s*$/, '').replace(/^(\s*[-*+]\s+)\[[><!?/*-]\]\s/, '$1'), from)
  })
  const [first] = queries
  if (!first) return { lines: written(), findings: [] }
  const data = { family: 'query of Obsidian', count: queries.length, example: first.example }
  const told = finding('template-tag', data, { file, line: first.line, column: 1 })
  return { lines: written(), findings: [told] }
}
