import { parse } from 'yaml'
import { safeCss } from './css.js'

/** Marpit's and marp-core's directives for the whole deck; in one slide they would change all others. */
const GLOBAL =
  'theme style headingDivider lang size math title author description keywords url image marp script'.split(
    ' ',
  )

/** Those for one slide. Without an underscore they would hold for all slides that follow, too. */
const LOCAL =
  'paginate header footer class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color transition'.split(
    ' ',
  )

/** Comments that switch a tool on or off and say nothing. */
const SWITCH = /^(?:fit|prettier-ignore(?:-start|-end)?|markdownlint-[\w -]+|lint [\w -]+)$/

/** Marp reads values that YAML would take apart ("#fff") as text, where the directive is one of its own. */
const LOOSE = new RegExp(`^(["']?_?(?:${LOCAL.join('|')})["']?[ \\t]*:)([^\\r\\n]+)$`, 'gm')

const ZERO_WIDTH = '\u200b'

export interface CommentFaults {
  /** A directive for the whole deck was left out. @param offset in the comment's text */
  readonly directive: (name: string, offset: number) => void
  readonly address: (address: string) => void
}

/**
 * A comment that means to Marp what it may mean on one slide: its directives for this slide, written so that every reader
 * of YAML takes them alike; else a note that nobody takes for directives.
 */
export function safeComment(inner: string, tell: CommentFaults): string {
  const text = inner.trim()
  if (text === '') return ''
  if (SWITCH.test(text)) return `<!-- ${text} -->`
  const directives = directivesIn(text)
  if (!directives) return noteComment(text)
  const kept: string[] = []
  for (const [written, value] of Object.entries(directives)) {
    const name = written.replace(/^[_$]/, '')
    if (GLOBAL.includes(name)) tell.directive(name, Math.max(0, inner.indexOf(written)))
    else if (LOCAL.includes(name)) kept.push(`_${name}: ${valueOf(name, value, tell)}`)
    else return noteComment(text)
  }
  return kept.length > 0 ? `<!--\n${kept.join('\n')}\n-->` : ''
}

function directivesIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const loose = text.replace(LOOSE, (written: string, key: string, value: string) => {
    const trimmed = value.trim()
    return trimmed === '' || `"'{|>~&*`.includes(trimmed[0] ?? '')
      ? written
      : `${key} ${JSON.stringify(trimmed)}`
  })
  try {
    const value: unknown = parse(loose, { maxAliasCount: 10, logLevel: 'silent', uniqueKeys: false })
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** As YAML. A picture behind the slide is left to those who read pictures, and put in. */
function valueOf(name: string, value: unknown, tell: CommentFaults): string {
  const [, , picture] = /^url\((["']?)([^\s()"'\\<>]+)\1\)$/.exec(String(value).trim()) ?? []
  if (name === 'backgroundImage' && picture !== undefined) return `url(${picture})`
  return JSON.stringify(safeValue(name, value, tell)).replaceAll('-->', '--\\u003e')
}

/** Pictures and tags in a header or footer would be asked for by whoever opens the deck. */
function safeValue(name: string, value: unknown, tell: CommentFaults): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
  if (name === 'header' || name === 'footer') {
    return text
      .replace(/!\[[^\]]*\]\(([^)]*)\)?/g, (_, address: string) => {
        tell.address(address)
        return ''
      })
      .replace(/<[^>]*>?/g, '')
  }
  return safeCss(text, tell.address).replace(/[<>]/g, '')
}

/** "key: value" is a mapping only where a blank follows the colon; flow mappings and tags begin with a sign. */
function noteComment(text: string): string {
  const plain = text.replace(/:(?=\s|$)/gm, `:${ZERO_WIDTH}`).replace(/--(?=!?>)/g, `--${ZERO_WIDTH}`)
  return `<!--\n${/^[\p{L}\p{N}*]/u.test(plain) ? '' : ZERO_WIDTH}${plain}\n-->`
}
