import { DROPPED, isDrawing, isHtmlName, isWord, RAW_TEXT, REMOVED } from './names.js'
import type { TagToken } from './scan.js'
import type { Told } from './tally.js'

/** What becomes of a tag before the HTML is parsed. */
export interface Treatment {
  /** `word`: shown as written; `block`: a container of its own; `nothing`: left out, its content stays. */
  readonly as: 'itself' | 'word' | 'block' | 'nothing'
  /** Its content goes as well. */
  readonly isSkipped?: boolean
  readonly told?: Told
  readonly tag: string
  /** What a component shows above its content, still escaped. */
  readonly label?: string
}

/** Without meaning for a part of a page. */
const SILENT = new Set(['html', 'head', 'body', 'noscript'])

/**
 * @param isPaired whether it is closed among its siblings
 * @param closed names that are closed anywhere in the guide: then one that is not here was still meant as a tag
 */
export function treatmentOf(
  token: TagToken,
  source: string,
  isFlow: boolean,
  isPaired: boolean,
  closed: ReadonlySet<string>,
): Treatment {
  const { name: written, isSelfClosing } = token
  const name = written.toLowerCase()
  const isAttributed = source.slice(token.start, token.end).includes('=')
  const isTag = isPaired || isSelfClosing || isAttributed || closed.has(written)
  if (!isTag && isWord(name) && !(isFlow && isHtmlName(name))) {
    return { as: 'word', told: 'html-word', tag: written }
  }
  if (isDrawing(name)) return { as: 'nothing', tag: name }
  if (!isHtmlName(name)) {
    const told = { told: 'html-unknown' as const, tag: written }
    if (!startsBlock(token, source, isFlow)) return { as: 'nothing', ...told }
    return { as: 'block', ...told, ...labelOf(source.slice(token.start, token.end)) }
  }
  if (SILENT.has(name)) return { as: 'nothing', tag: name }
  const isCheckbox = name === 'input' && /checkbox/i.test(source.slice(token.start, token.end))
  const told = REMOVED.has(name) && !isCheckbox ? { told: 'html-removed' as const } : {}
  if (DROPPED.has(name)) {
    const never = isFlow && !isPaired && name !== 'svg' && !isSelfClosing
    return { as: 'nothing', isSkipped: true, told: never ? 'html-unclosed' : 'html-removed', tag: name }
  }
  return { as: RAW_TEXT.has(name) ? 'nothing' : 'itself', ...told, tag: name }
}

/** The label of a tab, the title of a card: words of the guide. */
function labelOf(tag: string): { readonly label?: string } {
  const match = /\s(?:label|title|summary)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)
  const label = (match?.[1] ?? match?.[2] ?? '').trim()
  return label === '' ? {} : { label }
}

/** A component at the start of a line, or right after another tag, is a block; within a line it is a mark. */
function startsBlock(token: TagToken, source: string, isFlow: boolean): boolean {
  if (!isFlow) return false
  const before = source.charAt(token.start - 1)
  return before === '>' || /(^|\n)[ \t]*$/.test(source.slice(Math.max(0, token.start - 40), token.start))
}
