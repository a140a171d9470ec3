import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

// `<div markdown="1">`, alone on its line or with the summary of its details.
const OPENING =
  /^[ \t]{0,3}<[a-z][a-z0-9]*(?=[\s>])[^<>]*\smarkdown(?:=(?:"(?:1|block|span)"|'(?:1|block|span)'|1|block|span))?(?:\s[^<>]*)?>[ \t]*(?:<summary[^<>]*>[^<>]*<\/summary>[ \t]*)?$/i

/** Whether a text has HTML that kramdown or MkDocs reads Markdown in. */
export function mayHoldMarkdownInHtml(text: readonly string[]): boolean {
  return text.some(opensMarkdown)
}

/** A blank line behind such a tag, which is how CommonMark is told of Markdown in HTML. */
export function withMarkdownInHtml({ text, at }: Lines): Lines {
  const kinds = lineKinds(text)
  const { put, lines } = lineWriter()
  text.forEach((line, index) => {
    const from = at[index] as number
    put(line, from)
    if (kinds[index] === 'prose' && opensMarkdown(line)) put('', from)
  })
  return lines()
}

// Characters. No tag that anybody writes is longer, and the pattern takes its time with one that is.
const LONGEST_LINE = 1000

function opensMarkdown(line: string): boolean {
  return line.length <= LONGEST_LINE && line.includes('markdown') && OPENING.test(line)
}
