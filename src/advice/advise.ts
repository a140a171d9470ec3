import type { Finding } from '../finding/index.js'
import type { Guide } from '../guide/index.js'
import { acronymsUnexplained } from './acronym-unexplained.js'
import { headingsAlike } from './headings-alike.js'
import { minutesSum } from './minutes-sum.js'
import { partEmpty } from './part-empty.js'
import { sentencesLong } from './sentence-long.js'

/** A rule looks at a guide and its lines, and says what would make it better. */
export type Rule = (guide: Guide, lines: readonly string[]) => readonly Finding[]

const ALWAYS: readonly Rule[] = [partEmpty, minutesSum, headingsAlike]

/** For a lay audience; front matter's `advice` turns them on. */
const ON_REQUEST: Readonly<Record<Guide['frontMatter']['advice'][number], Rule>> = {
  acronyms: acronymsUnexplained,
  sentences: sentencesLong,
}

/**
 * What would make a guide better, in order of place. Nothing of it is at fault.
 * @param source the guide's text
 */
export function advise(guide: Guide, source: string): readonly Finding[] {
  const lines = source.split(/\r\n|\n|\r/)
  const rules = [...ALWAYS, ...guide.frontMatter.advice.map((name) => ON_REQUEST[name])]
  return rules
    .flatMap((rule) => rule(guide, lines))
    .toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
}
