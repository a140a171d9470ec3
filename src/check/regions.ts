import type { Artefacts, ReadText } from './artefacts.js'
import { align } from './align.js'
import { expectedHeadings } from './expected-headings.js'
import { keyedBy } from './keyed-headings.js'

/**
 * The text of the introduction and of each section, from its heading to that of the next. So contents, agenda and the
 * key points' page, which only mention things, do not hide that one is lost in its place. A section whose heading is
 * lost reads on from the one before. On paper, the last one ends at the next heading of its rank (solutions, links).
 */
export function sectionTexts(
  { guide, words }: Pick<Artefacts, 'guide' | 'words'>,
  pdf: ReadText,
  kind: 'slides' | 'paper',
): readonly string[] {
  const expected = expectedHeadings(guide, words)
  const found = keyedBy(expected, words)(pdf.headings)
  const places = align(
    expected.map(({ key }) => key),
    found.map(({ key }) => key),
  )
  const starts = new Map<string, number>()
  let rank = 0
  for (const [index, { what, section }] of expected.entries()) {
    const heading = found[places[index] ?? -1]
    if (what !== 'section' || section === undefined || !heading) continue
    starts.set(section, heading.at)
    rank = heading.level
  }
  const last = Math.max(-1, ...places)
  const back = kind === 'paper' ? found.slice(last + 1).find(({ level }) => level <= rank)?.at : undefined

  const bounds = [0]
  for (const { id } of guide.sections) bounds.push(starts.get(id) ?? -1)
  return bounds.map((_, index) => {
    const from = bounds.slice(0, index + 1).findLast((start) => start >= 0)
    const to = bounds.slice(index + 1).find((start) => start >= 0)
    return pdf.text.slice(from, to ?? back)
  })
}
