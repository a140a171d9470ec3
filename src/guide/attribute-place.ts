import type { Place } from '../finding/index.js'
import type { BlockContext } from './block-context.js'

/** Where an attribute's name stands in the first line of a heading or directive; the whole of it where it is not found. */
export function attributePlace(
  name: string,
  place: Place,
  { sourceLines }: Pick<BlockContext, 'sourceLines'>,
): Place {
  const line = sourceLines(place.line, place.line)
  for (let at = line.indexOf(name, line.indexOf('{')); at > 0; at = line.indexOf(name, at + 1)) {
    const isWhole = /[\s{]/.test(line[at - 1] ?? '') && /^\s*[=}\s]/.test(line.slice(at + name.length))
    if (isWhole) {
      const { file, line: number } = place
      return { file, line: number, column: at + 1, endLine: number, endColumn: at + 1 + name.length }
    }
  }
  return place
}
