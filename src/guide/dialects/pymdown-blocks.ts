import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'
import { labelled, toneOf } from './tones.js'

const OPENING = /^(\s{0,3})(\/{3,})\s+([A-Za-z][\w-]*)\s*(?:\|\s*(.*))?$/
const CLOSING = /^\s{0,3}(\/{3,})\s*$/
const OPTION = /^\s{4,}[\w-]+:/

/** Whether a text has blocks between slashes (`/// note | Title`), as PyMdown's extensions for MkDocs read them. */
export function mayHoldPymdownBlocks(text: readonly string[]): boolean {
  return text.some((line) => OPENING.test(line)) && text.some((line) => CLOSING.test(line))
}

/** PyMdown's blocks as directives; a tab is a bold title with its content, and what only sets apart leaves no trace. */
export function withoutPymdownBlocks({ text, at }: Lines): Lines {
  const kinds = lineKinds(text)
  const { put, lines } = lineWriter()
  const open: { readonly slashes: string; readonly close: string }[] = []
  let isHead = false
  text.forEach((line, index) => {
    const from = at[index] as number
    if (isHead && OPTION.test(line)) return put('', from)
    isHead = false
    if (kinds[index] === 'code') return put(line, from)
    const closing = CLOSING.exec(line)?.[1]
    const last = open.at(-1)
    if (closing && last && closing === last.slashes) {
      open.pop()
      return put(last.close, from)
    }
    const [, margin = '', slashes = '', name = '', title = ''] = OPENING.exec(line) ?? []
    if (!slashes) return put(line, from)
    isHead = true
    const colons = ':'.repeat(slashes.length)
    const tone = toneOf(name)
    open.push({ slashes, close: tone ? `${margin}${colons}` : '' })
    put('', from)
    if (tone) return put(`${margin}${colons}${tone}${labelled(title)}`, from)
    if (name === 'tab' && title) put(`${margin}**${title.trim().replace(/[*_\\]/g, '\\$&')}**`, from)
    put('', from)
  })
  return lines()
}
