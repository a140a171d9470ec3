import { plainText, type Guide } from '../guide/index.js'
import { backMatter, colophonView } from './back-matter.js'
import type { HandoutContext } from './context.js'
import { handoutEdition, largeEdition, type Edition } from './edition.js'
import { firstPageView, isBrief, isIntroductionOnFirstPage } from './first-page.js'
import { sectionHeight } from './estimate.js'
import { footnoteViews } from './footnote-views.js'
import { keyPointsPage } from './key-points-page.js'
import { handoutIds } from './linked-ids.js'
import { pageRules } from './running-lines.js'
import { shortened } from '../look/index.js'
import { partView, sectionView } from './section.js'
import { sheetHead, sheetsOf, type Sheet } from './sheets.js'
import { stylesOf } from './styles.js'
import { ends } from './visible.js'

// Characters of the running head in large print.
const LARGE_HEAD = 36

/** The participants' edition as one HTML document that asks for nothing outside itself, ready to print. */
export function handoutHtml(guide: Guide, context: HandoutContext): string {
  return participantsHtml(guide, handoutEdition(guide, context), {
    head: shortened(plainText(guide.title), 28),
    styles: [],
  })
}

/** The same in large print and one column, for low vision; it names the handout's pages, so that all find their place. */
export function largeHandoutHtml(guide: Guide, context: HandoutContext): string {
  return participantsHtml(guide, largeEdition(guide, context), {
    head: context.words.say('largePrint'),
    styles: ['large'],
  })
}

function participantsHtml(
  guide: Guide,
  edition: Edition,
  { head, styles }: { readonly head: string; readonly styles: readonly string[] },
): string {
  const { words, context } = edition
  const { templates } = context
  const sheets = sheetsOf(guide, (section) => sectionHeight(section) * edition.scale)
  const isOnFirstPage = isBrief(guide)
  const keyPoints = isOnFirstPage ? undefined : keyPointsPage(edition)
  const back = backMatter(edition)
  const pages = pageRules(guide, words, context.hash, {
    head,
    headOf: new Map([...headsByPage(edition, isOnFirstPage ? [] : sheets), ...back.heads]),
    headEnd: '',
    isLarge: edition.isOneColumn,
  })
  const lastSheet = isOnFirstPage ? 'auto' : (sheets.at(-1)?.name ?? 'auto')
  return templates.render('handout', {
    lang: guide.lang,
    dir: guide.dir,
    title: edition.isOneColumn
      ? `${plainText(guide.title)} (${words.say('largePrint')})`
      : plainText(guide.title),
    style: stylesOf(context, guide, pages, styles),
    ids: handoutIds(guide),
    firstPage: firstPageView(edition, keyPoints !== undefined),
    keyPoints,
    introduction: guide.introduction
      ? {
          id: ends.introduction,
          isOnFirstPage: isIntroductionOnFirstPage(guide),
          label: words.say('introduction'),
          notes: isIntroductionOnFirstPage(guide) ? '' : words.say('notes'),
          part: partView(guide.introduction, edition, true),
          footnotes: footnoteViews(edition, ends.introduction),
        }
      : undefined,
    sheets: sheets.map(({ name, sections }) => ({
      name: isOnFirstPage ? 'auto' : name,
      notes: words.say('notes'),
      sections: sections.map((section, index) => sectionView(section, edition, index > 0)),
    })),
    solutions: back.solutions,
    glossary: back.glossary,
    links: back.links,
    // It follows on the last page: a page name of its own would force a new one.
    colophon: { ...colophonView(edition), page: back.lastPage ?? lastSheet },
  })
}

function headsByPage(edition: Edition, sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const { words } = edition
  return new Map([
    ['key-points', words.say('keyPoints')],
    ['introduction', words.say('introduction')],
    ...sheets.map(
      (sheet) => [sheet.name, sheetHead(sheet, words, edition.isOneColumn ? LARGE_HEAD : undefined)] as const,
    ),
  ])
}
