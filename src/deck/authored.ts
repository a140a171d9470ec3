import type { AuthoredSlide, Block } from '../guide/index.js'
import type { Slide } from './slide.js'

/**
 * The author's own slide: its Marp Markdown as written, local directives and scoped styles with it; `---` makes more
 * slides. What would reach beyond it was taken out when it was read (rule 7).
 */
export function authored(block: AuthoredSlide, frame: Slide, notes: readonly Block[]): readonly Slide[] {
  const pages = splitSlides(block.markdown)
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
  // Code that is left open would go on to the end of the deck.
  if (fence) pages.at(-1)?.push(fence)
  return pages.map((lines) => lines.join('\n').trim())
}
