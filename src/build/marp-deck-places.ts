import { ledger, type Guide, type LedgerEntry } from '../guide/index.js'
import { slideId, type SlideReference } from '../handout/index.js'
import { shortened } from '../look/index.js'
import type { MarpDeck } from '../marp-deck/index.js'
import type { Report } from './report.js'

/** The slides as the handout and its notes cite them. */
export function deckReferences(deck: MarpDeck, guide: Guide): readonly SlideReference[] {
  return deck.slides.map(({ number, title, texts: [first = ''] }, index) => {
    const section = guide.sections[index]
    return {
      id: slideId(number),
      number,
      // A slide without a heading goes by its first words.
      title: title || shortened(first.replace(/\s+/g, ' ').trim(), 60),
      notes: section?.parts.flatMap(({ blocks }) => blocks) ?? [],
      ...(section ? { sectionId: section.id } : {}),
    }
  })
}

/** Where each text of a deck belongs: the notes, and what the slides show. */
export function deckLedger({ slides }: MarpDeck, guide: Guide): readonly LedgerEntry[] {
  const shown = slides.flatMap(({ texts, line }, index) =>
    texts.map((text): LedgerEntry => ({
      id: guide.sections[index]?.id ?? '',
      kind: 'text',
      text: text.replace(/\s+/g, ' ').trim(),
      place: { file: guide.file, line, column: 1 },
      venues: ['slide'],
      secret: false,
    })),
  )
  return [...ledger(guide), ...shown]
}

/** Each slide with a heading is a section, together with those after it that have none. */
export function deckSections(
  { slides }: MarpDeck,
  guide: Guide,
  pages: ReadonlyMap<string, number>,
): Report['sections'] {
  const sections: {
    id: string
    title: string
    depth: number
    line: number
    slides: number[]
    pages: number[]
  }[] = []
  slides.forEach(({ number, title, depth, line }, index) => {
    if (title !== '' || sections.length === 0)
      sections.push({ id: guide.sections[index]?.id ?? '', title, depth, line, slides: [], pages: [] })
    const section = sections.at(-1)
    const page = pages.get(slideId(number))
    section?.slides.push(number)
    if (page !== undefined && section?.pages.at(-1) !== page) section?.pages.push(page)
  })
  return sections
}
