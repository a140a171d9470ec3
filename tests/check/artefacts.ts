import { readDeckHtml, type Artefacts } from '../../src/check/index.js'
import { wordsFor } from '../../src/words/index.js'
import { ledger } from '../../src/guide/ledger.js'
import type { Guide } from '../../src/guide/model.js'
import type { PdfDocument, PdfHeading } from '../../src/pdf/index.js'

/** The fixed words of the made-up artefacts. */
export const english = wordsFor('en')

/** One slide or page: its headings, its words (headings too), its notes. */
export interface Sheet {
  readonly headings?: readonly PdfHeading[]
  readonly words: readonly string[]
  readonly notes?: string
}

/** A PDF as reading would give it back. */
export function pdf(sheets: readonly Sheet[]): PdfDocument {
  const pages = sheets.map(({ headings = [], words }, index) => {
    const text = words.join('\n')
    return { number: index + 1, text, allText: `Running head\n${text}`, headings, boxed: new Set<string>() }
  })
  const text = pages.map((page) => page.text).join('\n')
  let from = 0
  const headings = pages.flatMap((page) =>
    page.headings.map((heading) => {
      const at = Math.max(from, text.indexOf(heading.text, from))
      from = at + 1
      return { ...heading, page: page.number, at }
    }),
  )
  return {
    pages,
    text,
    headings,
    outline: pages.flatMap((page) =>
      page.headings.map(({ text, level }) => ({ title: text, level, page: page.number })),
    ),
    title: 'A small guide',
    lang: 'en',
    tagged: true,
    destinations: new Map(),
    links: [],
    faults: [],
  }
}

/** A deck's Markdown as the templates would write it. */
export function markdown(sheets: readonly Sheet[]): string {
  const slides = sheets.map(({ headings = [], words, notes }) => {
    const titles = headings.map(({ level, text }) => `${'#'.repeat(level)} ${text}`)
    const rest = words.filter((text) => !headings.some((heading) => heading.text === text))
    return [...titles, ...rest, ...(notes ? [`<!-- ${notes} -->`] : [])].join('\n\n')
  })
  return `---\nmarp: true\nstyle: |\n  /* # No heading */\n---\n\n${slides.join('\n\n---\n\n')}\n`
}

/** The same as marp-cli's HTML. */
export function html(sheets: readonly Sheet[]): string {
  const slides = sheets.map(({ headings = [], words }) => {
    const blocks = words.map((text) => {
      const heading = headings.find((one) => one.text === text)
      return heading ? `<h${heading.level}>${text}</h${heading.level}>` : `<p>${text}</p>`
    })
    return `<svg data-marpit-svg=""><foreignObject><section>${blocks.join('')}</section></foreignObject></svg>`
  })
  const notes = sheets.map(({ notes: text }, index) =>
    text ? `<div class="bespoke-marp-note" data-index="${index}"><p>${text}</p></div>` : '',
  )
  return `<!DOCTYPE html><html lang="en"><head><style>h1{}</style></head><body><div class="bespoke-marp-osc"><button>Next slide</button></div><div id=":$p">${slides.join('')}</div>${notes.join('')}</body></html>`
}

/** All artefacts of a guide, of slides and pages that are handed in. */
export function artefacts(
  guide: Guide,
  {
    deck,
    handout,
    facilitator,
  }: { deck: readonly Sheet[]; handout: readonly Sheet[]; facilitator: readonly Sheet[] },
): Artefacts {
  return {
    guide,
    words: english,
    ledger: ledger(guide),
    deckMarkdown: markdown(deck),
    deckHtml: readDeckHtml(html(deck)),
    deckPdf: pdf(deck),
    handoutPdf: pdf(handout),
    facilitatorPdf: pdf(facilitator),
    measures: [],
    slidePlaces: deck.map((_, index) => ({ file: 'guide.md', line: index + 1, column: 1 })),
  }
}
