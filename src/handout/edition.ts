import { plainText, type Asset, type Footnote, type GlossaryEntry, type Guide } from '../guide/index.js'
import type { Words } from '../words/index.js'
import type { HandoutContext } from './context.js'
import {
  answersFootnotes,
  facilitatorFootnotes,
  footnotesIn,
  handoutFootnotes,
  type FootnotePlan,
} from './footnotes.js'
import { firstUses, glossariesOf, termFinder, type TermFinder } from './glossary.js'
import { headingLevels } from './heading-levels.js'
import { answersLinks, linkNumbers, linksOf, type LinkEntry } from './links.js'
import { shownIds } from './shown-ids.js'
import { exercisesOf, footnotesByIdentifier, isOnHandout, stretches } from './visible.js'
import { deepBlocks } from './walk.js'

/** All that is known of one edition before its first block is written: numbers, levels, first uses. */
export interface Edition {
  readonly kind: 'handout' | 'worksheet' | 'facilitator'
  /** Size of the text beside that of the participants' edition: 1, or more in large print. */
  readonly scale: number
  /** Whether labels and notes stand over the text instead of in a margin column beside it. */
  readonly isOneColumn: boolean
  /** Pages of handout.pdf by id, where this edition's own are others and so name them. */
  readonly elsewhere: ReadonlyMap<string, number>
  readonly guide: Guide
  readonly words: Words
  readonly context: HandoutContext
  /** To be read on a screen: links are followed there, and pages are none. */
  readonly isScreen?: true
  /** Ids that a link may lead to. */
  readonly ids: ReadonlySet<string>
  /** By block id, 2 to 6. */
  readonly levels: ReadonlyMap<string, number>
  /** By picture id, 1-based; captioned pictures only. */
  readonly figures: ReadonlyMap<string, number>
  readonly footnotes: FootnotePlan
  readonly footnoteOf: ReadonlyMap<string, Footnote>
  readonly terms: TermFinder | undefined
  /** By paragraph id. */
  readonly firstUses: ReadonlyMap<string, readonly GlossaryEntry[]>
  readonly links: readonly LinkEntry[]
  readonly linkNumbers: ReadonlyMap<string, number>
  /** Titles of the sections, as plain text. */
  readonly sectionTitles: ReadonlySet<string>
}

/** 17 pt where the participants' edition has 12. */
const LARGE = 17 / 12

/** The participants' edition. */
export function handoutEdition(guide: Guide, context: HandoutContext): Edition {
  const footnotes = handoutFootnotes(guide)
  const links = linksOf(guide, [...footnotes.at.values()].flat())
  return {
    ...common(guide, context),
    kind: 'handout',
    footnotes,
    terms: termFinder(glossariesOf(guide).flatMap(({ entries }) => entries)),
    firstUses: firstUses(guide),
    links,
    linkNumbers: linkNumbers(links),
  }
}

/** The participants' edition for phones and screen readers: a link needs no number there. */
export function screenEdition(guide: Guide, context: HandoutContext): Edition {
  return {
    ...handoutEdition(guide, context),
    isScreen: true,
    linkNumbers: new Map(),
    elsewhere: context.handoutPages ?? new Map(),
  }
}

/** The participants' edition in large print. */
export function largeEdition(guide: Guide, context: HandoutContext): Edition {
  return {
    ...handoutEdition(guide, context),
    scale: LARGE,
    isOneColumn: true,
    elsewhere: context.handoutPages ?? new Map(),
  }
}

/** The exercises alone: what their words lead to stands in the participants' edition. */
export function worksheetEdition(guide: Guide, context: HandoutContext): Edition {
  return {
    ...facilitatorEdition(guide, context),
    kind: 'worksheet',
    footnotes: footnotesIn(guide, exercisesOf(guide), (block) => !isOnHandout(block)),
    elsewhere: context.handoutPages ?? new Map(),
  }
}

/** The facilitator's edition: its margin holds times and slides, so neither terms nor links are noted there. */
export function facilitatorEdition(guide: Guide, context: HandoutContext): Edition {
  return {
    ...common(guide, context),
    kind: 'facilitator',
    // Parts are told slide by slide there.
    ids: new Set(guide.sections.map(({ id }) => id)),
    footnotes: facilitatorFootnotes(guide),
    terms: undefined,
    firstUses: new Map(),
    links: [],
    linkNumbers: new Map(),
  }
}

/** The slides with their notes: the facilitator's words, beside the slides instead of in the order of the guide. */
export function lecternEdition(guide: Guide, context: HandoutContext): Edition {
  const groups = (context.slides ?? []).map(({ number, notes }) => ({ id: slideId(number), blocks: notes }))
  return { ...facilitatorEdition(guide, context), footnotes: footnotesIn(guide, groups) }
}

/** Names a slide's place on paper; a guide's own ids hold no colon of this kind. */
export function slideId(number: number): string {
  return `slide:${number}`
}

/** The answer key: the solutions alone, whoever else may have them, with the links in them. */
export function answersEdition(guide: Guide, context: HandoutContext): Edition {
  const footnotes = answersFootnotes(guide)
  const links = answersLinks(guide, [...footnotes.at.values()].flat())
  const { url: _, ...frontMatter } = guide.frontMatter
  const shown: Guide = { ...guide, frontMatter: { ...frontMatter, solutions: 'end' } }
  return {
    ...common(shown, context),
    kind: 'handout',
    footnotes,
    terms: undefined,
    firstUses: new Map(),
    links,
    linkNumbers: linkNumbers(links),
  }
}

function common(guide: Guide, context: HandoutContext) {
  return {
    guide,
    context,
    words: context.words,
    scale: 1,
    isOneColumn: false,
    elsewhere: new Map<string, number>(),
    levels: headingLevels(guide),
    ids: new Set(shownIds(guide, [...handoutFootnotes(guide).at.values()].flat())),
    figures: figureNumbers(guide),
    footnoteOf: footnotesByIdentifier(guide),
    sectionTitles: new Set(guide.sections.map(({ title }) => plainText(title))),
  }
}

/** Captioned pictures, numbered as the participants' edition shows them. */
function figureNumbers(guide: Guide): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const blocks = stretches(guide).flatMap((stretch) =>
    deepBlocks(stretch.blocks, (block) => !isOnHandout(block)),
  )
  for (const block of blocks) {
    if (block.kind === 'picture' && block.caption) numbers.set(block.id, numbers.size + 1)
  }
  return numbers
}

/** A picture that was read; undefined where a labelled box stands for it. */
export function assetOf(edition: Edition, src: string): Asset | undefined {
  const asset = edition.guide.assets.get(src)
  return asset?.state === 'read' ? asset : undefined
}
