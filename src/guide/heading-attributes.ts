import { closest, distance } from 'fastest-levenshtein'
import { finding, type Place } from '../finding/index.js'
import { attributePlace } from './attribute-place.js'
import type { Attributes } from './attributes.js'
import type { BlockContext } from './block-context.js'
import { wholeNumber } from './directives.js'
import type { Priority } from './model.js'

const HEADING_ATTRIBUTES = ['minutes', 'layout', 'priority']

/** What Quarto, Pandoc and reveal.js tell of a heading's slide: it says nothing to a guide. */
const OF_OTHERS =
  /^(?:data-|background|auto-animate|visibility|transition|unnumbered|number|style|class|width|height|state|menu-title|short|footer|tbl-|fig-|code-|toc|timing|role|align)/

/**
 * What a heading's attributes say; what they cannot say is told.
 * @param of "a section", "a part"
 */
export function headingAttributes(attributes: Attributes, of: string, place: Place, context: BlockContext) {
  const { values } = attributes
  for (const name of values.keys()) {
    if (HEADING_ATTRIBUTES.includes(name) || OF_OTHERS.test(name)) continue
    const nearest = closest(name, HEADING_ATTRIBUTES)
    const hint = distance(name, nearest) <= 2 ? { nearest } : {}
    context.tell(finding('attribute-unknown', { name, of, ...hint }, attributePlace(name, place, context)))
  }
  const minutes = wholeNumber('minutes', values.get('minutes'), [0, 999], place, context)
  const layout = values.get('layout')
  const priority = values.get('priority')
  const known = priority === 'must' || priority === 'should' || priority === 'could'
  if (priority !== undefined && !known) {
    const at = attributePlace('priority', place, context)
    context.tell(finding('attribute-value', { name: 'priority', expected: 'must, should or could' }, at))
  }
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(layout ? { layout } : {}),
    ...(known ? { priority: priority as Priority } : {}),
  }
}
