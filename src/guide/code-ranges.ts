import { visit } from 'unist-util-visit'
import { cutFrontMatter } from './front-matter/index.js'
import { parse } from './parse.js'
import { sourceLines } from './dialects/index.js'

/**
 * Where code stands in a Markdown text, as offsets: what looks like an address there is shown, not followed.
 * @throws TooMuch where it would take too long to parse
 */
export function codeRanges(source: string): readonly (readonly [start: number, end: number])[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  const offset = ({ line, column }: { line: number; column: number }) => (starts[line - 1] ?? 0) + column - 1
  const ranges: (readonly [number, number])[] = []
  visit(parse(sourceLines([...cutFrontMatter(source).lines])), (node) => {
    if ((node.type === 'code' || node.type === 'inlineCode') && node.position)
      ranges.push([offset(node.position.start), offset(node.position.end)])
  })
  return ranges
}
