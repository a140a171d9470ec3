import { finding, type Finding } from '../finding/index.js'
import { plainText, type Guide, type Part, type Section } from '../guide/index.js'

/** Sections of one name, and parts of one name in one section: their slides would be taken for each other. */
export function headingsAlike(guide: Guide): readonly Finding[] {
  return [
    ...alike(guide.sections, 'sections'),
    ...guide.sections.flatMap(({ parts }) =>
      alike(
        parts.filter(({ headed }) => headed),
        'parts of this section',
      ),
    ),
  ]
}

function alike(heads: readonly (Section | Part)[], what: string): readonly Finding[] {
  const byTitle = new Map<string, (Section | Part)[]>()
  for (const one of heads) {
    const title = plainText(one.title).normalize('NFKC').toLowerCase()
    const before = byTitle.get(title)
    if (before) before.push(one)
    else byTitle.set(title, [one])
  }
  return [...byTitle].flatMap(([title, [first, second, ...more]]) => {
    if (title === '' || !first || !second) return []
    const data = { title: plainText(first.title), what, line: first.place.line, count: 2 + more.length }
    return [finding('headings-alike', data, second.place)]
  })
}
