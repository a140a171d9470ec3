import type { Browser } from '../browser/index.js'
import {
  checkBoxes,
  checkLectern,
  checkMarpDeck,
  checkPlaced,
  checkSecrets,
  readDeckHtml,
} from '../check/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { fontFaces, hasLastResort } from '../fonts/index.js'
import { DEFAULT_OUTPUTS, ledger, type Guide, type LedgerEntry } from '../guide/index.js'
import {
  deckHandoutHtml,
  deckHandoutPlaces,
  PAGE_ROOM,
  layOutSlides,
  slideId,
  type HandoutContext,
} from '../handout/index.js'
import {
  closedHtml,
  deckDocument,
  dressLetters,
  fitted,
  measureDeck,
  type DeckMeasure,
  type MarpDeck,
} from '../marp-deck/index.js'
import { shortened } from '../look/index.js'
import { overlayPages, readDestinations, readPdf } from '../pdf/index.js'
import { deckData, presenterScript, presenterStyle, withPresenter } from '../present/index.js'
import { loadTemplates } from '../templates/index.js'
import { editionContextOf } from './edition-context.js'
import { finisher, type FinishedPdf } from './finish-pdf.js'
import { countOf, madePdf, type MadeFile } from './made-file.js'
import type { Made, MakeInput } from './make-input.js'
import { withPolicy } from './marp-thread/index.js'
import { makeOnRequest, type Groundwork } from './on-request/index.js'
import type { Report } from './report.js'

/** Outputs that a deck has nothing to make of: it has no prose beside its notes, no exercises and no times. */
const DECK_OUTPUTS: ReadonlySet<string> = new Set([
  'deck.md',
  'deck.html',
  'deck.pdf',
  'handout.pdf',
  'report.json',
  'deck.public.html',
  'notes.pdf',
  'slides-3up.pdf',
  'booklet.pdf',
])

/** Families of the faces that come along for letters which no theme's own fonts have. */
const FAMILIES = "'Script Sans', 'Script Serif', 'Noto Emoji', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew'"

/**
 * Makes every artefact of a Marp deck, which is taken as it was written, and checks them. The handout waits for deck.pdf,
 * whose pages are the pictures in it.
 */
export async function makeMarpDeck(deck: MarpDeck, input: MakeInput): Promise<Made> {
  const { guide, words, browser, marp, clock, scratch, signal, chosen } = input
  const findings: Finding[] = []
  const finish = finisher(guide, (more) => void findings.push(...more))
  const printing = clock.run('deck', async () => {
    const { pdf, refused, measures } = await printDeck(deck, input)
    return { ...(await finish('deck.pdf', { pdf, refused })), measures }
  })
  const presenter = clock.run('presenter', async () => {
    const options = { themes: deck.themes.map(({ css }) => css), lang: guide.lang }
    const html = closedHtml(await marp.presentAsWritten(deck.markdown, scratch, options), deck)
    const templates = await loadTemplates({ folder: 'deck', override: input.templates })
    // It has no sections and times of a guide: the clock counts alone.
    const data = deckData(guide, [], words)
    return withPolicy(withPresenter(html, { data, style: presenterStyle(templates) }), presenterScript())
  })
  for (const early of [printing, presenter]) early.catch(() => undefined)
  const context = await editionContextOf(input, (svg) => svg, deckText(deck))
  const editions: HandoutContext = { ...context, slides: referencesTo(deck, guide) }
  const deckPdf = await printing
  signal.throwIfAborted()
  const handout = await clock.run('handout', async () => {
    const printed = await printHandout(guide, editions, deckPdf, browser)
    return { ...printed, ...(await finish('handout.pdf', printed)) }
  })
  const deckHtml = await presenter
  signal.throwIfAborted()

  const places = deckLedger(deck, guide)
  const placeOf = (line: number): Place => ({ file: guide.file, line, column: 1 })
  const groundwork: Groundwork = {
    guide,
    written: guide,
    words,
    ledger: places,
    slides: [],
    deckMarkdown: deck.markdown,
    deckHtml,
    deckPdf,
    handoutPdf: handout,
    pictures: new Map(),
    editions,
    browser,
    ...(input.templates ? { templates: input.templates } : {}),
    finish,
  }
  const possible = new Set([...chosen].filter((name) => DECK_OUTPUTS.has(name)))
  const onRequest = await makeOnRequest(possible, groundwork)
  const kit = input.kit && (await makeDeckKit(input.kit, groundwork))
  return clock.run('check', () => {
    findings.push(
      ...onRequest.findings,
      ...(kit?.findings ?? []),
      ...checkMarpDeck({
        slides: deck.slides.map(({ line, texts }, index) => {
          const { texts: seen = [], overflow = 0, side = '', what = '' } = deckPdf.measures[index] ?? {}
          return { place: placeOf(line), written: texts, seen, overflow, side, what }
        }),
        deckHtml: readDeckHtml(deckHtml),
        deckPdf: deckPdf.read,
      }),
      ...checkPlaced(
        'handout.pdf',
        'deck.pdf',
        deckPdf.read.pages.map((source) => ({
          source,
          on: handout.read.pages[(handout.pages.get(slideId(source.number)) ?? 0) - 1],
        })),
      ),
      ...checkLectern(places, handout.read, 'handout.pdf'),
      ...checkSecrets({ guide, ledger: places }, deckPdf.read, 'deck.pdf'),
      ...checkBoxes({
        guide,
        words,
        ledger: places,
        withoutFont: input.withoutFont,
        deckPdf: deckPdf.read,
        handoutPdf: handout.read,
      }),
      ...unmade(chosen, guide),
    )
    const files = new Map<string, MadeFile>([
      ['deck.md', { content: deck.markdown }],
      ['deck.html', { content: deckHtml, count: countOf('deck.html', deck.slides.length) }],
      ['deck.pdf', madePdf('deck.pdf', deckPdf)],
      ['handout.pdf', madePdf('handout.pdf', handout)],
      ...onRequest.files,
      ...[...deck.media].map(([path, content]) => [path, { content }] as const),
    ])
    const asked = kit ? new Map<string, MadeFile>(kit.files) : files
    return {
      files: asked,
      sections: sectionsOf(deck, guide, handout.pages),
      paper: { pages: handout.pages, feet: new Map() },
      findings,
    }
  })
}

/** All text of a deck, for the fonts that it needs. */
export function deckText({ markdown, slides }: MarpDeck): string {
  return [markdown, ...slides.flatMap(({ texts }) => texts)].join('\n')
}

async function printDeck(
  deck: MarpDeck,
  { browser, scriptFontCss, canPrint, withoutFont }: MakeInput,
): Promise<{ pdf: Uint8Array; refused: readonly string[]; measures: readonly DeckMeasure[] }> {
  const letters = browser.hasOwnFontsAlone
    ? [...new Set(deckText(deck))].filter((letter) => /\S/.test(letter) && !hasLastResort(letter)).join('')
    : ''
  const dressed = [...letters].filter((letter) => canPrint(letter)).join('')
  const fontCss = dressed === '' ? '' : `${fontFaces(dressed)}\n${scriptFontCss}`
  const sheet = await browser.open(deckDocument(deck, fontCss), { name: 'deck', javascript: true })
  if (letters !== '') await sheet.evaluate(dressLetters, dressed, FAMILIES, [...withoutFont].join(''))
  await sheet.evaluate(fitted)
  const measures = await sheet.evaluate(measureDeck)
  const printed = await sheet.print()
  await sheet.close()
  return { ...printed, measures }
}

/** What goes to the copy shop; for the lectern, the slides with their notes are the facilitator's. */
async function makeDeckKit(kit: NonNullable<MakeInput['kit']>, groundwork: Groundwork) {
  const [{ makeKit }, { makeNotes }] = await Promise.all([
    import('./kit/index.js'),
    import('./on-request/notes.js'),
  ])
  const notes = await makeNotes(groundwork)
  const pdf = notes.file.content as Uint8Array
  const made = await makeKit(kit, groundwork, { pdf, read: await readPdf(pdf) })
  return { ...made, findings: [...made.findings, ...notes.findings] }
}

async function printHandout(
  guide: Guide,
  editions: HandoutContext,
  deckPdf: FinishedPdf & { readonly measures: readonly DeckMeasure[] },
  browser: Browser,
) {
  const options = { ratio: deckPdf.measures[0]?.ratio ?? 9 / 16 }
  const sheet = await browser.open(deckHandoutHtml(guide, editions, options), { name: 'handout' })
  const slots = await sheet.evaluate(layOutSlides, PAGE_ROOM[guide.frontMatter.paper])
  const { pdf, refused } = await sheet.print()
  await sheet.close()
  const pages = readDestinations(pdf)
  const places = deckHandoutPlaces(guide, slots, pages, options)
  return { pdf: overlayPages(pdf, deckPdf.pdf, places), refused, pages }
}

function referencesTo(deck: MarpDeck, guide: Guide): NonNullable<HandoutContext['slides']> {
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

/** The notes, and what the slides show. */
function deckLedger({ slides }: MarpDeck, guide: Guide): readonly LedgerEntry[] {
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

/** Outputs that were asked for by name and that a deck does not have. */
function unmade(chosen: ReadonlySet<string>, guide: Guide): readonly Finding[] {
  const place = { file: guide.file, line: 1, column: 1 }
  // Of what is made where nobody asks, a deck goes without in silence.
  const isAsked = chosen.size !== DEFAULT_OUTPUTS.length || DEFAULT_OUTPUTS.some((name) => !chosen.has(name))
  return [...chosen]
    .filter((output) => isAsked && !DECK_OUTPUTS.has(output))
    .map((output) => finding('marp-no-edition', { output }, place))
}

/** Each slide with a heading is a section, together with those after it that have none. */
function sectionsOf(
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
