import { finding, type Finding } from '../finding/index.js'
import { plainText, type Block, type Guide, type Opening, type Section } from '../guide/index.js'
import { contrast, shortened } from '../look/index.js'
import type { Words } from '../words/index.js'
import { planPart } from './plan-part.js'
import { withSaid } from './said.js'
import type { DeckDocument, Slide } from './slide.js'

export interface Plan {
  readonly deck: DeckDocument
  readonly findings: readonly Finding[]
}

/** Letters of a title that a slide's foot has room for. */
const FOOTER = 100

/** Of the accent against white, by WCAG: it carries white text and stands on white paper. */
const LEAST_CONTRAST = 4.5

/** From the guide to its slides, before any was measured: deterministic, without a browser (guide-format section 4). */
export function plan(guide: Guide, words: Words): Plan {
  const findings: Finding[] = []
  const tell = (one: Finding) => findings.push(one)
  const introduction = guide.introduction ? planPart(guide.introduction, { guide, words, tell }) : undefined
  const sections = guide.sections.map((section) => planSection(section, guide, words, tell))
  const slides = [
    withSaid(titleSlide(guide, words), [
      ...(introduction?.orphans ?? []),
      ...sections.flatMap(({ orphans }) => orphans),
    ]),
    ...(introduction?.slides ?? []),
    ...(guide.sections.length >= 3 ? [agendaSlide(guide, words)] : []),
    ...sections.flatMap((section) => section.slides),
  ]
  const { footer, accent, variant } = guide.frontMatter
  const ratio = accent ? contrast(accent, '#FFFFFF') : Infinity
  if (accent && ratio < LEAST_CONTRAST) {
    tell(
      finding(
        'accent-contrast',
        { accent, ratio: ratio.toFixed(1) },
        { file: guide.file, line: 1, column: 1 },
      ),
    )
  }
  return {
    deck: {
      title: plainText(guide.title),
      lang: guide.lang,
      dir: guide.dir,
      footer: footer ?? shortened(plainText(guide.title), FOOTER),
      ...(accent ? { accent } : {}),
      variant,
      slides,
    },
    findings,
  }
}

interface PlannedSection {
  readonly slides: readonly Slide[]
  /** What no slide of the section says, for the title slide's notes. */
  readonly orphans: Slide['moved']
}

function planSection(
  section: Section,
  guide: Guide,
  words: Words,
  tell: (finding: Finding) => void,
): PlannedSection {
  const planned = section.parts.map((part) => planPart(part, { guide, words, section, tell }))
  const orphans = planned.flatMap((one) => one.orphans)
  const slides = planned.flatMap((one) => one.slides)
  // The one section of a guide without headings is named by the title: its opening slide would be the title slide again.
  const isOpened = section.depth === 0 && section.openings.length === 0 && slides.length > 0
  if (isOpened) return { slides, orphans }
  return { slides: [withSaid(dividerSlide(section, words), orphans), ...slides], orphans: [] }
}

const BARE = {
  kicker: [],
  titleIsMention: false,
  dense: false,
  blocks: [],
  foot: [],
  notes: [],
  moved: [],
  sources: [],
} as const

function titleSlide(guide: Guide, words: Words): Slide {
  const { kind, duration, place, date, event, organization, authors, logo } = guide.frontMatter
  const foot = [event ?? place ?? organization, date ? words.date(date) : undefined]
  return {
    ...BARE,
    id: 'deck:title',
    layout: 'title',
    title: guide.title,
    ...(guide.subtitle
      ? { subtitle: guide.subtitle }
      : authors.length > 0
        ? { subtitle: authors.join(', ') }
        : {}),
    kicker: [kind, duration === undefined ? undefined : words.say('minutes', { n: duration })].filter(
      (line) => line !== undefined,
    ),
    foot: foot.filter((line) => line !== undefined),
    ...(logo === undefined ? {} : { logo }),
    line: 1,
  }
}

function agendaSlide(guide: Guide, words: Words): Slide {
  return {
    ...BARE,
    id: 'deck:agenda',
    series: 'deck:agenda',
    layout: 'agenda',
    title: [{ type: 'text', value: words.say('agenda') }],
    agenda: guide.sections.map((section, index) => ({
      position: index + 1,
      number: words.number(section.number),
      title: plainText(section.title),
      ...(section.minutes === undefined ? {} : { minutes: words.say('min', { n: section.minutes }) }),
    })),
    line: 1,
  }
}

/** The opening slide of a section, with its questions and objectives. */
function dividerSlide(section: Section, words: Words): Slide {
  const exercises = section.parts
    .flatMap((part) => part.blocks)
    .filter((block) => block.kind === 'exercise').length
  const kicker = [
    section.minutes === undefined ? undefined : words.say('minutes', { n: section.minutes }),
    exercises > 0 ? words.say('exercises', { n: exercises }) : undefined,
  ]
  return {
    ...BARE,
    id: section.id,
    series: section.id,
    sectionId: section.id,
    layout: 'divider',
    ...(section.priority ? { priority: section.priority } : {}),
    number: words.number(section.number),
    title: section.title,
    kicker: kicker.filter((line) => line !== undefined),
    blocks: section.openings.flatMap((opening) => openingBlocks(opening, words)),
    sources: section.openings.map((opening) => opening.id),
    line: section.place.line,
  }
}

/** Each opening under its label. */
function openingBlocks(opening: Opening, words: Words): readonly Block[] {
  const text = opening.title ?? [{ type: 'text' as const, value: words.say(opening.kind) }]
  const label: Block = { kind: 'heading', id: `${opening.id}.label`, place: opening.place, depth: 1, text }
  return [label, ...opening.blocks.filter((block) => block.kind !== 'notes')]
}
