import { finding, type Finding } from '../../finding/index.js'
import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

/** Lines by which snippets (MkDocs), VitePress, Slidev, mdBook and others ask for the text of another file. */
const INCLUDE =
  /^\s*(?:;?-{1,}8<-{1,}(?:\s+["'][^"']+["'])?|<<<\s*[@./~][^<>]*|<!--\s*@include:.*-->|!INCLUDE\s+.+|@@?include\s*\(?["']?[\w./-]+\.\w+.*|!include\s+\S+)\s*$/

/** Whether a line may ask for the text of another file. */
export function mayInclude(text: readonly string[]): boolean {
  return text.some((line) => INCLUDE.test(line) || INCLUDE_OF_CODE.test(line))
}

/** The same in a block of code. */
const INCLUDE_OF_CODE =
  /^\s*(?:\{\{#\w*include\s+[^{}]+\}\}|;?-{1,}8<-{1,}\s+["'][^"']+["']|<<<\s*[@./~][^<>]*|\{% include \S+ %\})\s*$/
/** A fence with a language that does not teach such lines. */
const FENCE =
  /^\s*(`{3,}|~{3,})\s*\{?\.?(?!(?:md|markdown|mdx|te?xt|html|liquid|jinja2?|handlebars|hbs)\b)\w/i

/** Index of the fence that closes a block of code that asks for another file and has nothing else; -1 where it is none. */
function codeOfAnotherFile(text: readonly string[], index: number): number {
  const fence = FENCE.exec(text[index] ?? '')?.[1]
  if (!fence || !INCLUDE_OF_CODE.test(text[index + 1] ?? '')) return -1
  let end = index + 1
  while (end < text.length && (INCLUDE_OF_CODE.test(text[end] ?? '') || text[end]?.trim() === '')) end++
  return text[end]?.trim().startsWith(fence) ? end : -1
}

/** Takes out the lines, and the blocks of code, that ask for another file: its text is not in this one, and the guide's reader is told so. */
export function withoutIncludes(lines: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  const kinds = lineKinds(lines.text)
  const { put, lines: written } = lineWriter()
  const found: { readonly line: number; readonly example: string }[] = []
  const { text, at } = lines
  for (let index = 0; index < text.length; index++) {
    const line = text[index] as string
    const from = at[index] as number
    const end = kinds[index] === 'code' && kinds[index - 1] !== 'code' ? codeOfAnotherFile(text, index) : -1
    const isInclude = end > 0 || (kinds[index] === 'prose' && INCLUDE.test(line))
    if (isInclude)
      found.push({ line: from, example: (end > 0 ? (text[index + 1] as string) : line).trim().slice(0, 60) })
    put(isInclude ? '' : line, from)
    if (end > 0) index = end
  }
  const [first] = found
  if (!first) return { lines, findings: [] }
  const data = { family: 'include line', count: found.length, example: first.example }
  return {
    lines: written(),
    findings: [finding('template-tag', data, { file, line: first.line, column: 1 })],
  }
}
