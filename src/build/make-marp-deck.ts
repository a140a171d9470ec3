import {
  checkBoxes,
  checkLectern,
  checkMarpDeck,
  checkPlaced,
  checkSecrets,
  readDeckHtml,
} from '../check/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { DEFAULT_OUTPUTS, type Guide } from '../guide/index.js'
import { slideId, type HandoutContext } from '../handout/index.js'
import { closedHtml, deckText, type MarpDeck } from '../marp-deck/index.js'
import { readPdf } from '../pdf/index.js'
import { deckData, presenterScript, presenterStyle, withPresenter } from '../present/index.js'
import { loadTemplates } from '../templates/index.js'
import { editionContextOf } from './edition-context.js'
import { finisher } from './finish-pdf.js'
import { countOf, madePdf, type MadeFile } from './made-file.js'
import type { Made, MakeInput } from './make-input.js'
import { withPolicy } from './marp-thread/index.js'
import { deckLedger, deckReferences, deckSections } from './marp-deck-places.js'
import { makeOnRequest, type Groundwork } from './on-request/index.js'
import { printDeckHandout, printMarpDeck } from './print-marp-deck.js'

/** What is made of a deck, which has no prose beside its notes, no exercises and no times. */
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

/**
 * Makes every artefact of a Marp deck, which is taken as it was written, and checks them. The handout waits for deck.pdf,
 * whose pages are the pictures in it.
 */
export async function makeMarpDeck(deck: MarpDeck, input: MakeInput): Promise<Made> {
  const { guide, words, browser, marp, clock, scratch, signal, chosen } = input
  const findings: Finding[] = []
  const finish = finisher(guide, (more) => void findings.push(...more))
  const printing = clock.run('deck', async () => {
    const { measures, ...printed } = await printMarpDeck(deck, input)
    return { ...(await finish('deck.pdf', printed)), measures }
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
  const editions: HandoutContext = { ...context, slides: deckReferences(deck, guide) }
  const deckPdf = await printing
  signal.throwIfAborted()
  const handout = await clock.run('handout', async () => {
    const printed = await printDeckHandout(guide, editions, deckPdf, browser)
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
      sections: deckSections(deck, guide, handout.pages),
      paper: { pages: handout.pages, feet: new Map() },
      findings,
    }
  })
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

/** Outputs that were asked for by name and that a deck does not have. */
function unmade(chosen: ReadonlySet<string>, guide: Guide): readonly Finding[] {
  const place = { file: guide.file, line: 1, column: 1 }
  // Of what is made where nobody asks, a deck goes without in silence.
  const isAsked = chosen.size !== DEFAULT_OUTPUTS.length || DEFAULT_OUTPUTS.some((name) => !chosen.has(name))
  return [...chosen]
    .filter((output) => isAsked && !DECK_OUTPUTS.has(output))
    .map((output) => finding('marp-no-edition', { output }, place))
}
