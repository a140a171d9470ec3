import { finding, type Finding } from '../../finding/index.js'
import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

/** Lines by which snippets (MkDocs), VitePress, Slidev, mdBook and others ask for the text of another file. */
const INCLUDE =
  /^\s*(?:;?-{1,}8<-{1,}(?:\s+["'][^"']+["'])?|<<<\s*[@./~][^<>]*|<!--\s*@include:.*-->|!INCLUDE\s+.+|@@?include\s*\(?["']?[\w./-]+\.\w+.*|!include\s+\S+)\s*$/

/** Whether a line may ask for the text of another file. */
export function mayInclude(text: readonly string[]): boolean {
  return text.some((line) => INCLUDE.test(line))
}

/** Takes out the lines that ask for another file: its text is not in this one, and the guide's reader is told so. */
export function withoutIncludes(lines: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  const kinds = lineKinds(lines.text)
  const { put, lines: written } = lineWriter()
  const found: { readonly line: number; readonly example: string }[] = []
  lines.text.forEach((line, index) => {
    const from = lines.at[index] as number
    const isInclude = kinds[index] === 'prose' && INCLUDE.test(line)
    if (isInclude) found.push({ line: from, example: line.trim().slice(0, 60) })
    put(isInclude ? '' : line, from)
  })
  const [first] = found
  if (!first) return { lines, findings: [] }
  const data = { family: 'include line', count: found.length, example: first.example }
  return {
    lines: written(),
    findings: [finding('template-tag', data, { file, line: first.line, column: 1 })],
  }
}
