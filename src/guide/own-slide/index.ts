import { visit } from 'unist-util-visit'
import { finding, type Finding, type Place } from '../../finding/index.js'
import { sourceLines } from '../dialects/index.js'
import { parse } from '../parse.js'
import { createBalance } from './balance.js'
import { safeHtml, type HtmlFaults } from './html.js'

/**
 * The Markdown of an author's own slide without what would reach beyond it: directives and stylesheets for the whole
 * deck, what runs or loads something, and what is left open and would swallow the slides that follow. Each is told once.
 * @param place of the directive; the Markdown begins on the line after it
 */
export function safeSlide(markdown: string, place: Place, tell: (finding: Finding) => void): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = []
  const told = new Set<string>()
  const once = (key: string, make: () => Finding): void => {
    if (!told.has(key)) tell(make())
    told.add(key)
  }
  const balance = createBalance()
  const root = parse(sourceLines(markdown.split('\n')))
  visit(root, (node, _, parent) => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const written = markdown.slice(start, end)
    if (node.type === 'html') edits.push({ start, end, text: safeHtml(written, balance, faultsAt(start)) })
    const isPageEnd = node.type === 'thematicBreak' && parent === root
    const ends = isPageEnd ? balance.end() : ''
    if (ends) edits.push({ start, end: start, text: `${ends}\n\n` })
    // A formula that is left open would go on to the end of the deck.
    const isOpen = node.type === ('math' as string) && !/\n[ \t]*\$\$[ \t]*$/.test(written)
    if (isOpen) edits.push({ start: end, end, text: '\n$$' })
  })
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) continue
    text += markdown.slice(at, edit.start) + edit.text
    at = edit.end
  }
  const ends = balance.end()
  return text + markdown.slice(at) + (ends ? `\n\n${ends}` : '')

  function faultsAt(start: number): HtmlFaults {
    const lineAt = (offset: number): Place => {
      const line = place.line + markdown.slice(0, start + offset).split('\n').length
      return { file: place.file, line, column: 1 }
    }
    return {
      directive: (name, offset) =>
        once(`directive ${name}`, () => finding('slide-directive', { name }, lineAt(offset))),
      unscoped: () => once('style', () => finding('slide-style', {}, lineAt(0))),
      address: (address) =>
        once(`address ${address}`, () =>
          finding('slide-address', { address: address.slice(0, 80) }, lineAt(0)),
        ),
      removed: (tag) => once(`tag ${tag}`, () => finding('html-removed', { tag, count: 1 }, lineAt(0))),
    }
  }
}
