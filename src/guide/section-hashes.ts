import { createHash } from 'node:crypto'
import { DIAGRAM } from './diagrams.js'
import type { Guide, SectionHash } from './model.js'

// Hex digits: a printed edition carries one for each section, and nobody means to forge them.
const DIGITS = 12

/**
 * A hash for each section, of its lines in the source and of the pictures that these name; first, with '' as its id,
 * one for what stands before the sections and for pictures that are named elsewhere. Blank lines around a section do
 * not count.
 * @param source with \n at the end of each line
 */
export function sectionHashes(
  source: string,
  { sections, assets }: Pick<Guide, 'sections' | 'assets'>,
): readonly SectionHash[] {
  const lines = source.split('\n')
  const starts = sections.map(({ place }) => place.line - 1)
  const texts = ['', ...sections.map(({ id }) => id)].map((id, index) => {
    const from = index === 0 ? 0 : starts[index - 1]
    return { id, text: lines.slice(from, starts[index]).join('\n').trim() }
  })
  // A diagram's source stands in its section.
  const pictures = [...assets]
    .filter(([src]) => !src.startsWith(DIAGRAM))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const isNamed = (src: string): boolean => texts.slice(1).some(({ text }) => text.includes(src))
  return texts.map(({ id, text }) => {
    const sum = createHash('sha256').update(text)
    for (const [src, asset] of pictures) {
      if (id === '' ? isNamed(src) : !text.includes(src)) continue
      sum.update(`\0${src}\0`)
      if (asset.state === 'read') sum.update(asset.bytes)
    }
    return { id, hash: sum.digest('hex').slice(0, DIGITS) }
  })
}
