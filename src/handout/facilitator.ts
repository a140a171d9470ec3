import { plainText, type Guide } from '../guide/index.js'
import { glossaryView } from './back-matter.js'
import { clockTime, minutesOfDay, timetable } from './clock.js'
import type { HandoutContext, SlideReference } from './context.js'
import { facilitatorEdition } from './edition.js'
import { sessionHeight } from './estimate.js'
import { totalMinutes } from './first-page.js'
import { footnoteViews } from './footnote-views.js'
import { titleHtml } from './inline.js'
import { sectionTitleSize } from './section.js'
import { claimedIds, gathered, partRows, slideRows, type Row } from './rows.js'
import { rowView } from './row-view.js'
import { ifLateView, runSheetView } from './run-sheet.js'
import { pageRules } from './running-lines.js'
import { sessionView, slidesBySection, type Plan } from './session.js'
import { sheetHead, sheetsOf } from './sheets.js'
import { stylesOf } from './styles.js'
import { ends } from './visible.js'

// Characters of the running head that stand in the middle of the band.
const HEAD = 34

/** The facilitator's edition as one HTML document that asks for nothing outside itself, ready to print. */
export function facilitatorHtml(guide: Guide, context: HandoutContext): string {
  const edition = facilitatorEdition(guide, context)
  const { words, templates } = context
  const { bring, place, event } = guide.frontMatter
  const plan: Plan = {
    edition,
    times: timetable(guide),
    claimed: claimedIds(context.slides ?? []),
    slides: slidesBySection(context),
  }
  const sheets = sheetsOf(guide, sessionHeight)
  const glossary = glossaryView(edition)
  const introduction = introductionRows(guide, context.slides ?? [], plan)
  const headOf = new Map([
    ['introduction', words.say('introduction')],
    ...sheets.map((sheet) => [sheet.name, sheetHead(sheet, words, HEAD)] as const),
    ['glossary', words.say('glossary')],
  ])
  const edge = { head: words.say('facilitatorEdition'), headOf, headEnd: words.say('notForHandingOut') }
  return templates.render('facilitator', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('facilitatorEdition')})`,
    style: stylesOf(context, guide, pageRules(guide, words, context.hash, edge), ['facilitator']),
    ids: guide.sections.flatMap(({ id, parts }) => [
      id,
      ...parts.filter(({ headed }) => headed).map((part) => part.id),
    ]),
    cover: {
      label: words.say('facilitatorEdition'),
      facts: [timeFrame(guide, context), event, place].filter((fact) => fact !== undefined && fact !== ''),
      title: titleHtml(guide.title, edition),
      size: sectionTitleSize(guide.title),
      subtitle: guide.subtitle ?? '',
      hint: words.say('sayTheBlack'),
    },
    runSheet: runSheetView(plan),
    bring: { title: words.say('bring'), items: bring },
    ifLate: ifLateView(plan),
    introduction:
      introduction.length > 0
        ? {
            id: ends.introduction,
            title: words.say('introduction'),
            rows: introduction.map((row) => rowView(row, edition, plan.times)),
            footnotes: footnoteViews(edition, ends.introduction),
          }
        : undefined,
    sheets: sheets.map(({ name, sections }) => ({
      name,
      sections: sections.map((section, index) => sessionView(section, plan, index > 0)),
    })),
    glossary: glossary && { ...glossary, page: 'glossary', isFollowing: false },
  })
}

/** Slides of no section and the text before the first one; none where nothing is said there. */
function introductionRows(
  guide: Guide,
  slides: readonly SlideReference[],
  { claimed }: Plan,
): readonly Row[] {
  const outside = slides.filter(({ sectionId }) => sectionId === undefined)
  const part = guide.introduction
  const ofPart = part ? outside.filter(({ partId }) => partId === part.id) : []
  const rows = gathered([
    ...slideRows(outside.filter((slide) => !ofPart.includes(slide))).filter(({ notes }) => notes.length > 0),
    ...(part ? partRows(part, ofPart, claimed) : []),
  ])
  const isNeeded = rows.some(
    (row) => row.notes.length + row.paper.length + row.solutions.length > 0 || row.kind !== 'talk',
  )
  return isNeeded ? rows : []
}

/** "10:00 to 11:00, 60 minutes", as far as the guide says. */
function timeFrame(guide: Guide, { words }: HandoutContext): string {
  const start = minutesOfDay(guide.frontMatter.start)
  const minutes = totalMinutes(guide)
  const length = minutes === undefined ? '' : words.say('minutes', { n: minutes })
  if (start === undefined) return length
  const from = clockTime(start, words)
  if (minutes === undefined) return from
  return `${words.say('range', { from, to: clockTime(start + minutes, words) })}, ${length}`
}
