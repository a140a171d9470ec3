import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import type { HtmlHeading } from './deck-html.js'

/**
 * The headings of Marp Markdown, as the templates write them: a line with its hash signs. What is in front matter,
 * comments and code is none. Only these lines are parsed, which is far cheaper than parsing the deck.
 */
export function markdownHeadings(markdown: string): readonly HtmlHeading[] {
  const body = markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
  const headings: HtmlHeading[] = []
  let fence = ''
  let isComment = false
  for (const line of body.split(/\r?\n/)) {
    if (fence) fence = isClosing(line, fence) ? '' : fence
    else if (isComment) isComment = !line.includes('-->')
    else {
      fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
      isComment = opensComment(line)
      const level = /^ {0,3}(#{1,6})\s/.exec(line)?.[1]?.length
      if (level) headings.push({ level, text: toString(fromMarkdown(line), { includeHtml: false }).trim() })
    }
  }
  return headings
}

function isClosing(line: string, fence: string): boolean {
  const signs = /^\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1]
  return signs !== undefined && signs.startsWith(fence)
}

function opensComment(line: string): boolean {
  return /^ {0,3}<!--/.test(line) && line.lastIndexOf('<!--') > line.lastIndexOf('-->')
}
