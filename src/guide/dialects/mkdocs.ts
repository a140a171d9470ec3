import { indentOf } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'
import { labelled, toneOf } from './tones.js'

const BOX = /^(?:!!!|\?\?\?\+?)\s+([A-Za-z][\w-]*)[\w -]*(?:"([^"]*)")?$/
const TAB = /^===[!+]?\s+"([^"]+)"\s*$/
const FENCE = /^\s*(`{3,}|~{3,})(.*)$/

/** Whether a text has MkDocs' boxes (`!!! note "Title"`) or tabs (`=== "Title"`). */
export function isMkdocs(text: readonly string[]): boolean {
  return text.some(
    (line) => /^\s*(?:!!!|\?\?\?|===)/.test(line) && (BOX.test(line.trim()) || TAB.test(line.trim())),
  )
}

/**
 * MkDocs' boxes and tabs, whose content is indented by four, as directives and as a bold title with its content; each
 * loses that indentation.
 */
export function withoutMkdocs({ text, at }: Lines): Lines {
  const { put, lines } = lineWriter()
  /** Column from which on a line belongs to an open box or tab, and the line that closes it. */
  const open: { readonly column: number; readonly close?: string }[] = []
  const blanks: number[] = []
  let fence = ''
  const close = () => {
    const last = open.pop()
    if (last?.close !== undefined) put(last.close, at[Math.max(0, (blanks[0] ?? 1) - 2)] ?? 1)
  }
  const flush = () => {
    for (const from of blanks.splice(0)) put('', from)
  }
  text.forEach((line, index) => {
    const from = at[index] as number
    if (line.trim() === '') {
      blanks.push(from)
      return
    }
    const indent = indentOf(line)
    while (open.length > 0 && indent < (open.at(-1)?.column ?? 0)) {
      fence = ''
      close()
    }
    flush()
    const own = withoutColumns(line, 4 * open.length)
    const mark = FENCE.exec(own)
    if (fence) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = ''
      put(own, from)
      return
    }
    if (mark) fence = mark[1] as string
    const margin = /^\s*/.exec(own)?.[0] ?? ''
    const box = BOX.exec(own.trim())
    const tab = TAB.exec(own.trim())
    const hasContent =
      (box || tab) &&
      indentOf(text.slice(index + 1, index + 50).find((next) => next.trim() !== '') ?? '') >= indent + 4
    if (box && hasContent) {
      put(`${margin}:::${toneOf(box[1] as string) ?? 'note'}${labelled(box[2] ?? '')}`, from)
      open.push({ column: indent + 4, close: `${margin}:::` })
    } else if (tab && hasContent) {
      put(`${margin}**${(tab[1] as string).replace(/[*_\\]/g, '\\$&')}**`, from)
      put('', from)
      open.push({ column: indent + 4 })
    } else put(own, from)
  })
  while (open.length > 0) close()
  flush()
  return lines()
}

/** A line without so many columns of its leading white space. */
function withoutColumns(line: string, columns: number): string {
  if (columns === 0) return line
  const indent = indentOf(line)
  return ' '.repeat(Math.max(0, indent - columns)) + line.trimStart()
}
