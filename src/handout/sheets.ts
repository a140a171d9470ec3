import { plainText, type Guide, type Section } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { sectionHeight } from './estimate.js'
import { numberRange } from './phrases.js'
import { shortened } from '../look/index.js'

/** Sections that share a page name: the first opens a page, short ones follow on. */
export interface Sheet {
  /** CSS name of its pages. */
  readonly name: string
  readonly sections: readonly Section[]
}

// mm of text on an A4 page, and what a section may take to follow on where there is room left.
const PAGE = 241
const SHORT = 170

/**
 * Which sections open a page. A page's name changes with its running head, and every change forces a new page, so that
 * a section that follows on shares the name of the one before it.
 */
export function sheetsOf(
  guide: Guide,
  height: (section: Section) => number = sectionHeight,
): readonly Sheet[] {
  return packed(guide.sections, height).map((sections) => ({
    name: `section-${sections[0]?.number ?? 0}`,
    sections,
  }))
}

/** Items in the groups that share pages: the first opens one, short ones follow on. @param height mm, roughly */
export function packed<T>(items: readonly T[], height: (item: T) => number): readonly (readonly T[])[] {
  const groups: T[][] = []
  let used = 0
  for (const item of items) {
    const own = height(item)
    const last = groups.at(-1)
    if (last && own <= SHORT && own <= PAGE - (used % PAGE)) last.push(item)
    else {
      groups.push([item])
      used = 0
    }
    used += own
  }
  return groups
}

/** "2  Open and closed AI": the running head of a sheet's pages. @param length characters that the titles may have */
export function sheetHead({ sections }: Sheet, words: Words, length = 72): string {
  const numbers = numberRange(
    words,
    sections.map(({ number }) => number),
  )
  const titles = sections.map(({ title }) => plainText(title)).join(', ')
  return `${numbers}\u2002${shortened(titles, length)}`
}
