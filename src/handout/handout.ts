import { plainText, type Guide } from '../guide/index.js'
import { backMatter, colophonView } from './back-matter.js'
import type { HandoutContext } from './context.js'
import { handoutEdition, type Edition } from './edition.js'
import { firstPageView, isBrief, isIntroductionOnFirstPage } from './first-page.js'
import { footnoteViews } from './footnote-views.js'
import { keyPointsPage } from './key-points-page.js'
import { handoutIds } from './linked-ids.js'
import { pageRules } from './running-lines.js'
import { shortened } from '../look/index.js'
import { partView, sectionView } from './section.js'
import { sheetHead, sheetsOf, type Sheet } from './sheets.js'
import { stylesOf } from './styles.js'
import { ends } from './visible.js'

/** The participants' edition as one HTML document that asks for nothing outside itself, ready to print. */
export function handoutHtml(guide: Guide, context: HandoutContext): string {
  const edition = handoutEdition(guide, context)
  const { words, templates } = context
  const sheets = sheetsOf(guide)
  const isOnFirstPage = isBrief(guide)
  const keyPoints = isOnFirstPage ? undefined : keyPointsPage(edition)
  const back = backMatter(edition)
  const pages = pageRules(guide, words, context.hash, {
    head: shortened(plainText(guide.title), 28),
    headOf: new Map([...headsByPage(edition, isOnFirstPage ? [] : sheets), ...back.heads]),
    headEnd: '',
  })
  const lastSheet = isOnFirstPage ? 'auto' : (sheets.at(-1)?.name ?? 'auto')
  return templates.render('handout', {
    lang: guide.lang,
    dir: guide.dir,
    title: plainText(guide.title),
    style: stylesOf(context, guide, pages, []),
    ids: handoutIds(guide),
    firstPage: firstPageView(edition, keyPoints !== undefined),
    keyPoints,
    introduction: guide.introduction
      ? {
          id: ends.introduction,
          isOnFirstPage: isIntroductionOnFirstPage(guide),
          label: words.say('introduction'),
          part: partView(guide.introduction, edition, true),
          footnotes: footnoteViews(edition, ends.introduction),
        }
      : undefined,
    sheets: sheets.map(({ name, sections }) => ({
      name: isOnFirstPage ? 'auto' : name,
      sections: sections.map((section, index) => sectionView(section, edition, index > 0)),
    })),
    solutions: back.solutions,
    glossary: back.glossary,
    links: back.links,
    // It follows on the last page: a page name of its own would force a new one.
    colophon: { ...colophonView(edition), page: back.lastPage ?? lastSheet },
  })
}

function headsByPage({ words }: Edition, sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  return new Map([
    ['key-points', words.say('keyPoints')],
    ['introduction', words.say('introduction')],
    ...sheets.map((sheet) => [sheet.name, sheetHead(sheet, words)] as const),
  ])
}
