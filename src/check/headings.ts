import type { Finding } from '../finding/index.js'
import { plainRuns } from '../guide/ledger.js'
import type { Inline } from '../guide/model.js'
import type { PdfDocument } from '../pdf/index.js'
import type { WordKey, Words } from '../words/index.js'
import type { Artefacts } from './artefacts.js'
import { compareHeadings } from './compare-headings.js'
import type { Comparison } from './compare-headings.js'
import { add, count } from './count.js'
import type { DeckHtml } from './deck-html.js'
import { expectedHeadings } from './expected-headings.js'
import { keyedBy } from './keyed-headings.js'
import type { FoundHeading } from './keyed-headings.js'
import { markdownHeadings } from './markdown-headings.js'
import { normal } from './normal.js'

/** Labels of ours that may head any page: a guide's own heading of that name has them as neighbours. */
const labels: readonly WordKey[] = [
  'contents', 'inShort', 'agenda', 'questions', 'objectives', 'prereq', 'solution', 'solutions', 'glossary',
  'links', 'notes', 'answers', 'runSheet', 'bring', 'introduction',
] // prettier-ignore

/** Every section, part, exercise and list of key points stands once as a heading, in order, in every artefact. */
export function checkHeadings(artefacts: Artefacts): readonly Finding[] {
  const {
    guide,
    words,
    deckMarkdown,
    deckHtml,
    deckPdf,
    handoutPdf,
    handoutName = 'handout.pdf',
    handoutHtml,
  } = artefacts
  const expected = expectedHeadings(guide, words)
  const keyed = keyedBy(expected, words)
  const spare = spareHeadings(artefacts, words)
  const inDeck = expected.filter((heading) => !heading.authored)
  const onSlides = (found: readonly FoundHeading[], artefact: string, outline = false): readonly Finding[] =>
    compareHeadings({ wanted: inDeck, found: keyed(found), spare, artefact, levels: true, outline })
  const onPaper = (found: readonly FoundHeading[], artefact: string, outline = false): readonly Finding[] =>
    compareHeadings({ wanted: expected, found: keyed(found), spare, artefact, levels: false, outline })

  return [
    ...(deckMarkdown === undefined ? [] : onSlides(markdownHeadings(deckMarkdown), 'deck.md')),
    ...(deckHtml ? onSlides(htmlHeadings(deckHtml), 'deck.html') : []),
    ...(deckPdf ? onSlides(pdfHeadings(deckPdf), 'deck.pdf') : []),
    ...(deckPdf ? onSlides(bookmarks(deckPdf), 'deck.pdf', true) : []),
    ...(handoutPdf ? onPaper(pdfHeadings(handoutPdf), handoutName) : []),
    ...(handoutPdf ? onPaper(bookmarks(handoutPdf), handoutName, true) : []),
    ...(handoutHtml ? onPaper(handoutHtml.headings, 'handout.html') : []),
  ]
}

/** How often each text may head something else as well. */
function spareHeadings({ guide, ledger }: Artefacts, words: Words): Comparison['spare'] {
  // The guide's title, callouts, inner headings, the key points' page.
  const spare = count([keyOfTitle(guide.title), normal(words.say('keyPoints'))])
  for (const { kind, text } of ledger) if (kind === 'heading' || kind === 'text') add(spare, normal(text), 1)
  for (const label of labels) spare.set(normal(words.say(label, { n: '' })), Infinity)
  // The blocks before a section's first part are a part titled like the section.
  const implicit = new Set(guide.sections.map((section) => keyOfTitle(section.title)))
  return ({ key, level }) => (level === 2 && implicit.has(key) ? Infinity : (spare.get(key) ?? 0))
}

function keyOfTitle(title: readonly Inline[]): string {
  return plainRuns(title).map(normal).join('…')
}

function htmlHeadings(deck: DeckHtml): readonly FoundHeading[] {
  return deck.slides.flatMap((slide) => slide.headings)
}

function pdfHeadings(pdf: PdfDocument): readonly FoundHeading[] {
  return pdf.headings
}

function bookmarks(pdf: PdfDocument): readonly FoundHeading[] {
  return pdf.outline.map(({ title, level }) => ({ text: title, level }))
}
