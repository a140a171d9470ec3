import GithubSlugger from 'github-slugger'
import { finding, type Finding, type Place } from '../finding/index.js'

/** Hands out ids that are unique in one guide and stay the same as long as its headings do. */
export interface Ids {
  /** The author's own id, or the nearest free one and a finding. */
  claim(wanted: string, place: Place): string
  /** A slug of a heading's text, in any script. */
  slug(text: string, fallback: string): string
  /** Whether an id was handed out, blocks' apart. */
  has(id: string): boolean
  /** For a block: holds a dot, so that it never meets a slug. */
  next(): string
}

/** @param reserved ids that authors gave, so that no slug takes them first */
export function createIds(reserved: ReadonlySet<string>, tell: (finding: Finding) => void): Ids {
  const slugger = new GithubSlugger()
  const claimed = new Set<string>()
  let count = 0
  const unique = (wanted: string): string => {
    let slug = slugger.slug(wanted)
    while (slug === '' || claimed.has(slug) || reserved.has(slug)) slug = slugger.slug(wanted || 'section')
    return slug
  }
  return {
    claim(wanted, place) {
      if (!claimed.has(wanted)) {
        claimed.add(wanted)
        return wanted
      }
      const given = unique(wanted)
      claimed.add(given)
      tell(finding('id-twice', { id: wanted, given }, place))
      return given
    },
    slug(text, fallback) {
      // A title of signs alone has no slug.
      const given = unique(/[\p{L}\p{N}]/u.test(text) ? text.trim() : fallback)
      claimed.add(given)
      return given
    },
    has: (id) => claimed.has(id),
    next: () => `b.${++count}`,
  }
}
