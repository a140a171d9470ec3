import MarkdownIt, { type Token } from 'markdown-it'
import { full as emoji } from 'markdown-it-emoji'
import footnote from 'markdown-it-footnote'
import {
  HIDDEN_CELLS,
  LEFT_OUT_ELEMENTS,
  NOT_READ,
  NOT_SHOWN,
  SECRET_DIRECTIVES,
  SOLUTION_DIRECTIVES,
} from './not-shown.js'
import type { Chunk } from './lost-words.js'
import { isContentsLine, ownContents } from './own-contents.js'
import { wordsOf } from './words.js'

/** Words that a guide owes to its handout, read with markdown-it: another parser than the product's. */
export function guideWords(source: string): readonly Chunk[] {
  const parser = new MarkdownIt({ html: true, linkify: false }).use(footnote).use(emoji)
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
  const { body, holdsSolutionsBack } = withoutFrontMatter(text)
  const shown = withoutDirectives(withoutNotShown(body), holdsSolutionsBack)
  return chunksOf(parser.parse(shown, {}), parser).filter(({ words }) => words.length > 0)
}

/** Front matter speaks of the guide; its lines stay, empty, so that line numbers do. */
function withoutFrontMatter(text: string): { readonly body: string; readonly holdsSolutionsBack: boolean } {
  const found =
    /^(?:---[ \t]*\n[^]*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\n[^]*?\n\+\+\+)[ \t]*(?:\n|$)/.exec(text)?.[0] ?? ''
  return {
    body: blank(found) + text.slice(found.length),
    holdsSolutionsBack: /^solutions:\s*["']?facilitator/m.test(found),
  }
}

function blank(text: string): string {
  return text.replace(/[^\n]+/g, '')
}

/** Code, fenced or in the line: what stands in it is shown as it is. */
const CODE =
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(`{3,}|~{3,})(?:(?!\1)[^\n])*\n(?:[^]*?\n)??(?:[ \t>]*\1[`~]*[ \t]*$|$(?![^]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?(?<!`)\2(?!`)/gm

function withoutNotShown(text: string): string {
  const shown = HIDDEN_CELLS.reduce((rest, pattern) => rest.replace(pattern, blank), text)
  return NOT_SHOWN.reduce((rest, { pattern }) => outsideCode(rest, pattern), shown)
}

/** Comments may hold what looks like code, and code what looks like a comment: the first to begin wins. */
function outsideCode(text: string, pattern: RegExp): string {
  const either = new RegExp(`${CODE.source}|(?<out>${pattern.source})`, 'gm')
  return text.replace(either, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { out?: string }
    return groups.out === undefined ? whole : blank(whole) || ' '
  })
}

const OPENING = /^[ \t>]*:{3,}[ \t]*(\{[^}]*\}|[\w-]+)(?:\[([^\]]*)\])?(.*)$/
const CLOSING = /^[ \t>]*:{3,}[ \t]*$/
const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(`{3,}|~{3,})/

/** Lines of colons go, labels stay, and so does what is not for the handout. */
function withoutDirectives(text: string, holdsSolutionsBack: boolean): string {
  const open: boolean[] = []
  let fence = ''
  return text
    .split('\n')
    .map((line) => {
      const isHidden = open.includes(true)
      const mark = FENCE.exec(line)?.[1]
      if (fence) {
        if (mark?.startsWith(fence)) fence = ''
        return isHidden ? '' : line
      }
      if (mark) {
        fence = mark
        return isHidden ? '' : line
      }
      const opening = OPENING.exec(line)
      if (opening) {
        const name = (opening[1] ?? '').replace(/^\{\.?|[\s}].*$/g, '').toLowerCase()
        const isSecret = SECRET_DIRECTIVES.has(name) || (holdsSolutionsBack && SOLUTION_DIRECTIVES.has(name))
        open.push(isSecret)
        return isHidden || isSecret ? '' : (opening[2] ?? '')
      }
      if (CLOSING.test(line)) {
        open.pop()
        return ''
      }
      return isHidden ? '' : line
    })
    .join('\n')
}

function chunksOf(tokens: readonly Token[], parser: MarkdownIt): readonly Chunk[] {
  let line = 1
  const contents = ownContents(tokens)
  return tokens.flatMap((token): Chunk[] => {
    if (token.map) line = token.map[0] + 1
    switch (token.type) {
      case 'inline': {
        const words = wordsOf(withoutMarkers(inlineText(token.children ?? [], parser)))
        return [{ line, words, ...(contents.has(token) ? { isMention: true } : {}) }]
      }
      case 'fence':
      case 'code_block':
        return [{ line, words: wordsOf(token.content) }]
      case 'html_block':
        return htmlText(token.content, parser)
          .split('\n')
          .map((text, index) => ({
            line: line + index,
            words: wordsOf(text),
            ...(isContentsLine(token.content.split('\n')[index] ?? '') ? { isMention: true } : {}),
          }))
      default:
        return []
    }
  })
}

/** GitHub's marks of alerts and tasks. */
function withoutMarkers(text: string): string {
  return text.replace(/^\s*\[(?:!\w+|[ xX])\](?=\s|$)/, '')
}

function inlineText(tokens: readonly Token[], parser: MarkdownIt): string {
  const text = tokens
    .map((token) => {
      if (token.type in NOT_READ) return ' '
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
      if (token.type === 'html_inline') return token.content
      // What is text already must not be read as HTML.
      return token.content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    })
    .join('')
  return htmlText(text, parser)
}

const IN_LINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)\b/i

/** The words of HTML: tags that stand in a line join what they part, others do not. */
function htmlText(html: string, parser: MarkdownIt): string {
  const text = html
    .replace(LEFT_OUT_ELEMENTS, blank)
    .replace(/<!--[^]*?(?:-->|$(?![^]))/g, blank)
    .replace(/<[/!?]?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/g, (tag) =>
      IN_LINE.test(tag) ? '' : blank(tag) || ' ',
    )
  return parser.utils.unescapeAll(text.replaceAll('\\', '\\\\'))
}
