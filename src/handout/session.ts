import type { Opening, Section } from '../guide/index.js'
import { clockTime, type Span } from './clock.js'
import type { HandoutContext, SlideReference } from './context.js'
import type { Edition } from './edition.js'
import { footnoteViews } from './footnote-views.js'
import { inlineHtml, titleHtml } from './inline.js'
import { handoutPhrase, slidesPhrase } from './phrases.js'
import { gathered, looseNotes, partRows, slideRows, type Row } from './rows.js'
import { rowView } from './row-view.js'
import { openingView, sectionTitleSize } from './section.js'
import { deepBlocks } from './walk.js'

/** What all sections share. */
export interface Plan {
  readonly edition: Edition
  readonly times: ReadonlyMap<string, Span>
  /** Ids of the blocks that some slide says. */
  readonly claimed: ReadonlySet<string>
  /** By section. */
  readonly slides: ReadonlyMap<string, readonly SlideReference[]>
}

/** A section of the facilitator's edition. */
export function sessionView(section: Section, plan: Plan, isFollowing: boolean) {
  const { edition, times } = plan
  const { words, context } = edition
  const { from, minutes } = times.get(section.id) ?? {}
  const slides = plan.slides.get(section.id) ?? []
  const { goal, openings } = withoutGoal(section.openings)
  return {
    id: section.id,
    isFollowing,
    number: words.number(section.number),
    title: titleHtml(section.title, edition),
    size: sectionTitleSize(section.title),
    time: from === undefined ? '' : clockTime(from, words),
    length: lengthLine(from, minutes, edition),
    facts: [
      slidesPhrase(
        words,
        slides.map(({ number }) => number),
      ),
      handoutPhrase(words, pagesOf(section, context)),
    ].filter((fact) => fact !== ''),
    goalLabel: words.say('goal'),
    goal: goal ? inlineHtml(goal, edition) : '',
    openings: openings.map((opening) => openingView(opening, edition)),
    rows: sectionRows(section, slides, plan.claimed).map((row) => rowView(row, edition, times)),
    footnotes: footnoteViews(edition, section.id),
  }
}

/** The rows of a section: its own slides, then part by part. */
function sectionRows(
  section: Section,
  slides: readonly SlideReference[],
  claimed: ReadonlySet<string>,
): readonly Row[] {
  const parts = new Set(section.parts.map(({ id }) => id))
  const own = slides.filter(({ partId }) => partId === undefined || !parts.has(partId))
  const loose = looseNotes(
    section.openings.flatMap(({ blocks }) => blocks),
    claimed,
  )
  const extra: readonly Row[] =
    loose.length > 0 ? [{ kind: 'talk', slides: [], notes: loose, paper: [], solutions: [] }] : []
  const byPart = slidesBy(slides, ({ partId }) => partId)
  return gathered([
    ...slideRows(own),
    ...extra,
    ...section.parts.flatMap((part) => partRows(part, byPart.get(part.id) ?? [], claimed)),
  ])
}

/** Slides by their section, in order. */
export function slidesBySection({
  slides = [],
}: HandoutContext): ReadonlyMap<string, readonly SlideReference[]> {
  return slidesBy(slides, ({ sectionId }) => sectionId)
}

function slidesBy(
  slides: readonly SlideReference[],
  keyOf: (slide: SlideReference) => string | undefined,
): ReadonlyMap<string, readonly SlideReference[]> {
  const groups = new Map<string, SlideReference[]>()
  for (const slide of slides) {
    const key = keyOf(slide)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(slide)
    else groups.set(key, [slide])
  }
  return groups
}

/** Pages of the handout that a section stands on, as far as its ids tell. */
export function pagesOf(section: Section, { handoutPages }: HandoutContext): readonly number[] {
  const blocks = section.parts.flatMap((part) => deepBlocks(part.blocks, ({ kind }) => kind === 'solution'))
  const ids = [section.id, ...section.parts.map(({ id }) => id), ...blocks.map(({ id }) => id)]
  return ids.flatMap((id) => handoutPages?.get(id) ?? [])
}

function lengthLine(from: number | undefined, minutes: number | undefined, { words }: Edition): string {
  if (minutes === undefined) return ''
  const length = words.say('minutes', { n: minutes })
  return from === undefined
    ? length
    : `${words.say('timeTo', { time: clockTime(from + minutes, words) })}, ${length}`
}

/** The first objective as the section's goal, where it is one paragraph, and what is left of the openings. */
function withoutGoal(openings: readonly Opening[]) {
  const at = openings.findIndex(({ kind, title }) => kind === 'objectives' && !title)
  const list = openings[at]?.blocks[0]
  const only =
    list?.kind === 'list' && list.items[0]?.blocks.length === 1 ? list.items[0].blocks[0] : undefined
  const opening = openings[at]
  if (only?.kind !== 'paragraph' || list?.kind !== 'list' || !opening) return { goal: undefined, openings }
  const others = list.items.slice(1)
  const blocks = [...(others.length > 0 ? [{ ...list, items: others }] : []), ...opening.blocks.slice(1)]
  const rest = blocks.length > 0 ? [{ ...opening, blocks }] : []
  return { goal: only.text, openings: [...openings.slice(0, at), ...rest, ...openings.slice(at + 1)] }
}
