import { plainText, type Guide } from '../guide/index.js'
import type { HandoutContext } from './context.js'
import { handoutEdition } from './edition.js'
import { titleHtml } from './inline.js'
import { pageRules } from './running-lines.js'
import { stylesOf } from './styles.js'

/** One file that the copy shop prints. */
export interface PrintOrder {
  readonly edition: 'participants' | 'facilitator' | 'answers'
  readonly file: string
  readonly copies: number
  readonly pages: number
  /** Of paper, for one copy. */
  readonly sheets: number
}

const EDITIONS = {
  participants: 'participantEdition',
  facilitator: 'facilitatorEdition',
  answers: 'answerKey',
} as const

/** What the copy shop must know, as one HTML document of one page: which file how often, and on what. */
export function printNoteHtml(
  guide: Guide,
  context: HandoutContext,
  { people, orders }: { readonly people: number; readonly orders: readonly PrintOrder[] },
): string {
  const { words, templates } = context
  const { event, place, date, paper } = guide.frontMatter
  const edition = handoutEdition(guide, context)
  const pages = pageRules(guide, words, context.hash, { head: '', headOf: new Map(), headEnd: '' })
  const head = (text: string, align = 'end') => ({ text, align })
  const sum = (of: (order: PrintOrder) => number): number =>
    orders.reduce((total, order) => total + of(order), 0)
  return templates.render('print-note', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('printNote')})`,
    style: stylesOf(context, guide, pages, ['facilitator', 'print-note']),
    label: words.say('printNote'),
    facts: [words.say('participants', { n: people }), event, place, date && words.date(date)].filter(Boolean),
    heading: titleHtml(guide.title, edition),
    subtitle: guide.subtitle ?? '',
    heads: [
      head(words.say('editionLabel'), 'start'),
      head(words.say('file'), 'start'),
      head(words.say('pagesLabel')),
      head(words.say('sheetsEach')),
      head(words.say('copies')),
      head(words.say('sheetsAll')),
    ],
    copies: orders.map((order) => ({
      edition: words.say(EDITIONS[order.edition]),
      file: order.file,
      counts: [order.pages, order.sheets, order.copies, order.sheets * order.copies].map(words.number),
    })),
    total: {
      label: words.say('total'),
      counts: [
        '',
        '',
        words.number(sum(({ copies }) => copies)),
        words.number(sum((one) => one.sheets * one.copies)),
      ],
    },
    settings: [
      { label: words.say('paperLabel'), text: words.say('paperKind', { paper }) },
      { label: words.say('sidesLabel'), text: words.say('sidesKind') },
      // The margin column keeps its corner clear.
      {
        label: words.say('stapleLabel'),
        text: words.say(guide.dir === 'rtl' ? 'stapleRight' : 'stapleLeft'),
      },
      { label: words.say('scaleLabel'), text: words.say('scaleKind') },
      { label: words.say('colourLabel'), text: words.say('colourKind') },
    ],
  })
}
