import { finding, type Finding } from '../finding/index.js'
import { plainText, type Guide, type Part, type Section } from '../guide/index.js'

/** Sections and parts that are a title and nothing else. What stood there and was left out is told by another finding. */
export function partEmpty(guide: Guide, lines: readonly string[]): readonly Finding[] {
  const heads = guide.sections.flatMap((section): readonly (Section | Part)[] => [
    ...(section.depth > 0 ? [section] : []),
    ...section.parts.filter(({ headed }) => headed),
  ])
  return heads.flatMap((one, index) => {
    const end = one.place.endLine ?? one.place.line
    const next = heads[index + 1]?.place.line ?? lines.length + 1
    if (!isEmpty(one) || !isBlank(lines.slice(end, next - 1))) return []
    const what = 'parts' in one ? 'section' : 'part'
    return [finding('part-empty', { title: plainText(one.title), what }, one.place)]
  })
}

function isEmpty(one: Section | Part): boolean {
  if ('parts' in one)
    return one.openings.length === 0 && one.parts.every((part) => !part.headed && isEmpty(part))
  return one.blocks.every((block) => block.kind === 'break')
}

/** Whether nothing stands between two headings but comments and slide breaks. */
function isBlank(lines: readonly string[]): boolean {
  const rest = withoutComments(lines.join('\n'))
  return rest.split('\n').every((line) => /^[\s*_-]*$/.test(line))
}

/** Not by a regular expression, which would look through the rest anew at each comment that is never closed. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('<!--', at)
    const end = start < 0 ? -1 : text.indexOf('-->', start)
    if (end < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = end + 3
  }
}
