import { plainText, type Guide, type Inline } from '../guide/index.js'
import { logoWidth, typeStep } from '../look/index.js'
import { assetOf, type Edition } from './edition.js'
import { blocksHeight } from './estimate.js'
import { inlineHtml, titleHtml } from './inline.js'
import { pictureSource } from './picture.js'
import { pageNumber } from './page-number.js'
import { glossaryView, linksView } from './back-matter.js'
import { ends, exercisesOf, hasSolutions } from './visible.js'

// mm
const SHORT_INTRODUCTION = 45

/** Steps of the title's size by its length, named as in the stylesheet. */
export type TitleSize = 'large' | 'medium' | 'small' | 'smaller' | 'smallest'

/** The first page: what it is, how long, in short, contents. */
export function firstPageView(edition: Edition, hasKeyPoints: boolean) {
  const { guide, words } = edition
  const { kind, event, place, authors, organization, summary, logo } = guide.frontMatter
  const minutes = totalMinutes(guide)
  const exercises = exercisesOf(guide).length
  const rows = contentRows(edition, hasKeyPoints)
  return {
    kind: [
      words.say('kindHandout', { kind: kind ?? words.say('kind') }),
      ...(edition.isOneColumn ? [words.say('largePrint')] : []),
    ].join(' · '),
    facts: [
      ...(minutes === undefined ? [] : [words.say('minutes', { n: minutes })]),
      ...(exercises === 0 ? [] : [words.say('exercises', { n: exercises })]),
    ],
    logo: logo === undefined ? undefined : logoView(logo, edition),
    places: [event, place].filter((line) => line !== undefined),
    title: titleHtml(guide.title, edition),
    size: titleSize(guide.title),
    subtitle: guide.subtitle ?? '',
    by: [...authors, ...(organization ? [organization] : [])].join(', '),
    inShort: words.say('inShort'),
    summary: summary ?? '',
    contents: guide.contentsTitle ?? words.say('contents'),
    // One row would say again what the title says.
    rows: rows.length > 1 ? rows : [],
    isDense: rows.length > 11 && !edition.isOneColumn,
  }
}

/** mm; of the margin column, with room at its end. */
const LOGO = { width: 42, height: 18 }

/** The organization's mark, on the first page alone; it says nothing that is not said beside it. */
function logoView(
  src: string,
  edition: Edition,
): { readonly src: string; readonly width: string } | undefined {
  const asset = assetOf(edition, src)
  if (!asset) return undefined
  return {
    src: pictureSource(asset, edition.context.embedFonts),
    width: `${logoWidth(asset, LOGO)}mm`,
  }
}

/** Whether the guide's one section follows on the first page: there is nothing to list, and nothing in short. */
export function isBrief(guide: Guide): boolean {
  return guide.sections.length + (guide.introduction ? 1 : 0) <= 1 && guide.frontMatter.summary === undefined
}

/** Whether the first page has room for the introduction: it is short, and so are the contents. */
export function isIntroductionOnFirstPage(guide: Guide): boolean {
  if (!guide.introduction) return false
  return (
    isBrief(guide) ||
    (blocksHeight(guide.introduction.blocks) <= SHORT_INTRODUCTION && guide.sections.length <= 7)
  )
}

/** Minutes as front matter has them, else the sections' sum where each says how long it takes. */
export function totalMinutes({ frontMatter, sections }: Guide): number | undefined {
  if (frontMatter.duration !== undefined) return frontMatter.duration
  if (sections.length === 0 || sections.some(({ minutes }) => minutes === undefined)) return undefined
  return sections.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
}

/** pt; of the text column. */
const COLUMN = 334

/** Steps of look.md, largest first, as front-and-back.css has them. */
const TITLE = [
  { name: 'large', upTo: 30, size: 58, tracking: -0.026 },
  { name: 'medium', upTo: 60, size: 46, tracking: -0.026 },
  { name: 'small', upTo: 150, size: 34, tracking: -0.02 },
  { name: 'smaller', upTo: 150, size: 26 },
  { name: 'smallest', upTo: Number.POSITIVE_INFINITY, size: 18 },
] as const

/** A title's size by its length, and by its longest word. */
export function titleSize(title: readonly Inline[]): TitleSize {
  return typeStep(plainText(title), TITLE, COLUMN).name
}

function contentRows(edition: Edition, hasKeyPoints: boolean) {
  const { guide, words, context } = edition
  const row = (id: string, title: string, number = '', minutes = '') => {
    return { id, number, title, minutes, page: pageNumber(id, context.pages, words) }
  }
  return [
    ...(hasKeyPoints ? [row(ends.keyPoints, words.say('keyPoints'))] : []),
    ...(guide.introduction && !isIntroductionOnFirstPage(guide)
      ? [row(ends.introduction, words.say('introduction'))]
      : []),
    ...guide.sections.map(({ id, number, title, minutes }) =>
      row(
        id,
        inlineHtml(title, edition, { isMention: true }),
        words.number(number),
        minutes === undefined ? '' : words.say('min', { n: minutes }),
      ),
    ),
    ...(hasSolutions(guide) ? [row(ends.solutions, words.say('solutions'))] : []),
    ...(glossaryView(edition) ? [row(ends.glossary, words.say('glossary'))] : []),
    ...(linksView(edition) ? [row(ends.links, words.say('links'))] : []),
  ]
}
