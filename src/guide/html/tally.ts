import { finding, type Finding, type Place } from '../../finding/index.js'

/** What is told of a guide's HTML, once a kind and not once a place. */
export type Told =
  | 'html-removed'
  | 'html-unknown'
  | 'html-word'
  | 'html-deep'
  | 'html-unclosed'
  | 'comment-unclosed'
  | 'comment-text'

/** Counts what was met; the findings come at the end. */
export interface Tally {
  /** @param tag the element, where the kind has one */
  readonly count: (told: Told, tag: string, place: Place) => void
  readonly findings: () => readonly Finding[]
}

interface Counted {
  readonly place: Place
  readonly tags: Set<string>
  count: number
}

/** Told in one finding, whatever their names. */
const TOGETHER: readonly Told[] = ['html-word', 'html-deep', 'comment-unclosed', 'comment-text']

/** Nothing counted yet. */
export function createTally(): Tally {
  const kinds = new Map<string, Counted & { readonly told: Told }>()
  return {
    count(told, tag, place) {
      const key = TOGETHER.includes(told) ? told : `${told} ${tag}`
      const known = kinds.get(key) ?? { told, place, tags: new Set<string>(), count: 0 }
      known.count++
      known.tags.add(tag)
      kinds.set(key, known)
    },
    findings: () =>
      [...kinds.values()].map(({ told, tags, place, count }) => worded(told, [...tags], count, place)),
  }
}

function worded(told: Told, tags: readonly string[], count: number, place: Place): Finding {
  switch (told) {
    case 'html-word':
      return finding(told, { tags, count }, place)
    case 'html-deep':
    case 'comment-text':
    case 'comment-unclosed':
      return finding(told, { count }, place)
    default:
      return finding(told, { tag: tags[0] ?? '', count }, place)
  }
}
