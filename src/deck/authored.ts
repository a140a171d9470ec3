import { finding, type Finding } from '../finding/index.js'
import type { AuthoredSlide, Block } from '../guide/index.js'
import type { Slide } from './slide.js'

/** Marpit's and marp-core's directives for the whole deck; in one slide they would change all others. */
const GLOBAL_DIRECTIVES = [
  'theme',
  'style',
  'headingDivider',
  'lang',
  'size',
  'math',
  'title',
  'author',
  'description',
  'keywords',
  'url',
  'image',
  'marp',
]

/**
 * The author's own slide: its Marp Markdown as written, local directives and scoped styles with it; `---` makes more
 * slides. Directives for the whole deck are taken out and told (rule 7).
 */
export function authored(
  block: AuthoredSlide,
  frame: Slide,
  notes: readonly Block[],
  tell: (finding: Finding) => void,
): readonly Slide[] {
  const { text, lines } = withoutGlobalDirectives(block)
  for (const { name, line } of lines) {
    tell(finding('slide-directive', { name }, { file: block.place.file, line, column: 1 }))
  }
  const pages = splitSlides(text)
  return pages.map((markdown, index) => ({
    ...frame,
    id: index === 0 ? block.id : `${block.id}-${index + 1}`,
    layout: 'authored',
    titleIsMention: index > 0,
    notes: index === 0 ? notes : [],
    markdown,
    sources: [block.id],
    line: block.place.line,
  }))
}

function withoutGlobalDirectives(block: AuthoredSlide): {
  text: string
  lines: readonly { name: string; line: number }[]
} {
  const found: { name: string; line: number }[] = []
  const pattern = new RegExp(`^([ \\t]*)(${GLOBAL_DIRECTIVES.join('|')})[ \\t]*:.*$`, 'gm')
  const text = block.markdown.replace(/<!--([^]*?)-->/g, (comment: string, inner: string, offset: number) => {
    const cleaned = inner.replace(pattern, (_line: string, _indent: string, name: string, at: number) => {
      const before = block.markdown.slice(0, offset + '<!--'.length + at)
      found.push({ name, line: block.place.line + before.split('\n').length })
      return ''
    })
    return cleaned === inner ? comment : cleaned.trim() === '' ? '' : `<!--${cleaned}-->`
  })
  return { text, lines: found }
}

/** Cuts at `---` lines outside of fenced code. */
function splitSlides(markdown: string): readonly string[] {
  const pages: string[][] = [[]]
  let fence = ''
  let blank = true
  for (const line of markdown.split('\n')) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === '') fence = mark
    else if (mark && mark.startsWith(fence)) fence = ''
    if (fence === '' && blank && /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line))
      pages.push([])
    else pages.at(-1)?.push(line)
    blank = line.trim() === ''
  }
  return pages.map((lines) => lines.join('\n').trim())
}
