import { FORMATTING, MARKS, MAY_STAY_OPEN, VOID } from './names.js'
import type { Entry, Pairs } from './pairs.js'
import type { TagToken } from './scan.js'
import { treatmentOf, type Treatment } from './treatment.js'

export type TagEntry = Entry & { readonly token: TagToken }

/** What the tags of a run are for the parser. */
export interface Tags {
  readonly treatment: (entry: TagEntry) => Treatment
  readonly isTooDeep: (entry: TagEntry) => boolean
  readonly opening: (entry: TagEntry) => string
  readonly closing: (entry: TagEntry) => string
  /** What ends the tags of one node that nothing closes: they reach no further, marks no further than their paragraph. */
  readonly endings: (own: readonly Entry[]) => string
}

// More attributes than any element has are an attack on the parser.
const MOST_ATTRIBUTES = 64

export function tagsOf(
  entries: readonly Entry[],
  { closers, openers, deep }: Pairs,
  isFlow: boolean,
  closed: ReadonlySet<string>,
): Tags {
  const lastClosing = new Map<string, number>()
  for (const { token, index } of entries)
    if (token.kind === 'close') lastClosing.set(token.name.toLowerCase(), index)

  const treatment = (entry: TagEntry): Treatment =>
    treatmentOf(entry.token, entry.node.value, isFlow, closers.has(entry), closed)

  const end = (entry: TagEntry): string => {
    const { as } = treatment(entry)
    return as === 'block' ? '</div>' : as === 'itself' ? `</${nameOf(entry)}>` : ''
  }

  const staysOpen = (entry: TagEntry): boolean => {
    const name = nameOf(entry)
    if (entry.token.isSelfClosing || VOID.has(name) || closers.has(entry) || deep.has(entry)) return true
    if (!isFlow && (FORMATTING.has(name) || MARKS.has(name) || name === 'span')) return true
    return MAY_STAY_OPEN.has(name) && (lastClosing.get(name) ?? -1) > entry.index
  }

  return {
    treatment,
    isTooDeep: (entry) => deep.has(entry),
    opening(entry) {
      const { node, token } = entry
      const source = node.value.slice(token.start, token.end)
      const { as, label } = treatment(entry)
      switch (as) {
        case 'word':
          return escapeTags(source.replace(/&/g, '&amp;'))
        case 'nothing':
          return ''
        case 'block':
          return `${token.isSelfClosing ? '' : '<div>'}${lead(label)}`
        case 'itself': {
          const tag = token.attributes > MOST_ATTRIBUTES ? `<${nameOf(entry)}>` : source
          return token.isSelfClosing ? `${tag}</${nameOf(entry)}>` : tag
        }
      }
    },
    closing(entry) {
      const opener = openers.get(entry)
      if (opener) return deep.has(opener) ? '' : end(opener as TagEntry)
      return MAY_STAY_OPEN.has(nameOf(entry)) ? `</${nameOf(entry)}>` : ''
    },
    endings: (own) =>
      own
        .toReversed()
        .filter((entry): entry is TagEntry => entry.token.kind === 'open' && !staysOpen(entry as TagEntry))
        .map(end)
        .join(''),
  }
}

/** Text in which nothing is a tag. */
export function escapeTags(text: string): string {
  return text.replace(/</g, '&lt;')
}

function nameOf({ token }: TagEntry): string {
  return token.name.toLowerCase()
}

/** A label in bold, as the summary of details has it. */
function lead(label: string | undefined): string {
  return label === undefined ? '' : `<p><b>${escapeTags(label)}</b></p>`
}
