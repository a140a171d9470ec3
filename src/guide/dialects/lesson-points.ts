import type { Points } from '../front-matter/index.js'
import { lineWriter, type Lines } from './lines.js'

/** Puts the questions, objectives and key points of an older Carpentries lesson, which stand in its front matter, into its text. */
export function withLessonPoints(lines: Lines, points: readonly Points[]): Lines {
  if (points.length === 0) return lines
  const { put, lines: written } = lineWriter()
  const directive = ({ name, points: items, line }: Points) => {
    put(`:::${name}`, line)
    for (const item of items) put(`- ${item}`, line)
    put(':::', line)
    put('', line)
  }
  points.filter(({ name }) => name !== 'keypoints').forEach(directive)
  lines.text.forEach((text, index) => put(text, lines.at[index] as number))
  put('', lines.at.at(-1) ?? 1)
  points.filter(({ name }) => name === 'keypoints').forEach(directive)
  return written()
}
