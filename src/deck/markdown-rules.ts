import { wordsFor } from '../words/index.js'
import { escapeHtml } from './html.js'

/** What we use of a markdown-it token; its own types are not installed. */
export interface Token {
  type: string
  tag: string
  content: string
  children: Token[] | null
  attrGet(name: string): string | null
  attrSet(name: string, value: string): void
}

type Directives = Readonly<Record<string, string>>

/** The first cell of a table's row is its head. */
export function rowHeads(tokens: readonly Token[]): void {
  let isBody = false
  tokens.forEach((token, index) => {
    if (token.type === 'tbody_open') isBody = true
    if (token.type === 'tbody_close') isBody = false
    if (!isBody || token.type !== 'tr_open') return
    const [open, , close, next] = tokens.slice(index + 1)
    if (open?.type !== 'td_open' || close?.type !== 'td_close' || next?.type !== 'td_open') return
    open.tag = close.tag = 'th'
    open.attrSet('scope', 'row')
  })
}

/** markdown-it forgets escaped characters inside alternative texts; as plain text they are kept. */
export function keepEscapesInAlt(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'text_special') token.type = 'text'
    if (token.type === 'inline' || token.type === 'image') keepEscapesInAlt(token.children ?? [])
  }
}

/** Page numbers in the digits of the deck's language, as all others are. */
export function localisePageNumbers(tokens: readonly Token[], { lang = 'en' }: Directives): void {
  const words = wordsFor(lang)
  for (const token of tokens) {
    const page = token.type === 'marpit_slide_open' ? token.attrGet('data-marpit-pagination') : null
    if (page) token.attrSet('data-marpit-pagination', words.number(Number(page)))
  }
}

/** A title does not break at a hyphen while the word fits on a line ("open-source" stays whole). */
export function keepHyphenatedWords(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'inline' || !isTitle(tokens, index)) return
    token.children = (token.children ?? []).flatMap((child) => {
      if (child.type !== 'text' || !HYPHENATED.test(child.content)) return [child]
      return child.content.split(/(\S*[\p{L}\p{N}]-[\p{L}\p{N}]\S*)/u).map((part, at) => {
        const token = new (child.constructor as new (type: string, tag: string, nesting: number) => Token)(
          'text',
          '',
          0,
        )
        if (at % 2 === 0) return Object.assign(token, { content: part })
        return Object.assign(token, {
          type: 'html_inline',
          content: `<span class="whole">${escapeHtml(part)}</span>`,
        })
      })
    })
  })
}

const HYPHENATED = /[\p{L}\p{N}]-[\p{L}\p{N}]/u

function isTitle(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  if (before?.type === 'heading_open') return before.tag === 'h1' || before.tag === 'h2'
  return (
    before?.type === 'paragraph_open' &&
    (tokens[index - 2]?.content.startsWith('<div class="title">') ?? false)
  )
}
