import { qrPictures } from '../deck/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { embedFonts } from '../fonts/index.js'
import { facilitatorHtml, handoutHtml } from '../handout/index.js'
import { deckData, presenterStyle } from '../present/index.js'
import { loadTemplates } from '../templates/index.js'
import { checkInTime } from './check-in-time.js'
import { fillPages, pageTexts } from './cite.js'
import { deckSheet } from './deck-sheet.js'
import { editionContextOf } from './edition-context.js'
import { finisher } from './finish-pdf.js'
import { fitDeck } from './fit-deck.js'
import { countOf, madePdf, type MadeFile } from './made-file.js'
import type { Made, MakeInput } from './make-input.js'
import type { OpenDeck } from './marp-thread/index.js'
import { mediaOf } from './media.js'
import { makeOnRequest, type Groundwork } from './on-request/index.js'
import { layOutPaper, samePages } from './paper.js'
import { withPaperPictures } from './paper-pictures.js'
import { dataUris } from './pictures.js'
import { reportedSections } from './report.js'
import { slideReferences } from './slide-references.js'

/**
 * Makes every artefact of a guide and checks them: the line of the design, in order. The handout is printed first, since
 * the deck and the facilitator's edition name its pages; what does not wait for another runs beside it.
 */
export async function makeArtefacts(input: MakeInput): Promise<Made> {
  const { guide, scriptFontCss, browser, marp } = input
  // Fonts inside a picture arrive when they please: where the browser has our faces itself, it takes those.
  const forPrint = browser.hasOwnFontsAlone ? (svg: string) => svg : embedFonts
  const codes = qrPictures(guide)
  const pictures = dataUris(guide, codes, forPrint)
  const deck = marp.openDeck({ pictures, fontCss: scriptFontCss })
  try {
    return await makeWith(input, { deck, pictures, codes, forPrint })
  } finally {
    deck.close()
  }
}

interface Opened {
  readonly deck: OpenDeck
  readonly pictures: ReadonlyMap<string, string>
  /** QR codes, as SVG by file name. */
  readonly codes: ReadonlyMap<string, string>
  /** What makes an SVG ready for print. */
  readonly forPrint: (svg: string) => string
}

async function makeWith(input: MakeInput, { deck, pictures, codes, forPrint }: Opened): Promise<Made> {
  const { guide, words, browser, clock, signal } = input
  const findings: Finding[] = []
  const tell = (more: readonly Finding[]): void => void findings.push(...more)
  // Stamps a print and reads it back at once, while the browser prints the next.
  const finish = finisher(guide, tell)
  const deckTemplates = await loadTemplates({ folder: 'deck', override: input.templates })
  const editionContext = await editionContextOf(input, forPrint)

  // The browser prints the handout while Node plans and renders the deck.
  const onPaper = withPaperPictures(guide, browser)
  const laidOutPaper = clock.run('handout', async () =>
    layOutPaper(browser, handoutHtml(await onPaper, editionContext), input),
  )
  laidOutPaper.catch(() => undefined)
  const screen = deckSheet(browser, deck)
  const { slides, unnumbered, accent, ...fitted } = await fitDeck(input, deckTemplates, screen)
  tell(fitted.findings)
  signal.throwIfAborted()

  // The deck is rendered while the browser is still at the handout, whose page numbers are filled in afterwards.
  const laidOutDeck = clock.run('deck', () => screen.show(unnumbered))
  const presenter = clock.run('presenter', () =>
    deck.present(unnumbered, input.scratch, {
      pictures: dataUris(guide, codes, embedFonts),
      fontCss: input.scriptFontCss,
      presenter: { data: deckData(guide, slides, words), style: presenterStyle(deckTemplates, accent) },
    }),
  )
  for (const early of [laidOutDeck, presenter]) early.catch(() => undefined)
  const paper = await laidOutPaper
  const { pages } = paper
  const numbers = pageTexts(slides, words, pages)
  const markdown = fillPages(unnumbered, numbers)
  const editions = { ...editionContext, slides: slideReferences(slides), handoutPages: pages }
  const printing = {
    // The second print knows its pages; filling them in must not move any.
    handout: clock.run('handout', async () => finish('handout.pdf', await paper.print())),
    facilitator: clock.run('facilitator', async () => {
      const html = facilitatorHtml(await onPaper, editions)
      return finish('facilitator.pdf', await browser.print(html, { name: 'facilitator' }))
    }),
    deck: clock.run('deck', async () => {
      await laidOutDeck
      const { measures, ...printed } = await screen.print(numbers)
      // In the other thread, since all three editions are printed at about the same time.
      return { ...(await finisher(guide, tell, deck.finishPdf)('deck.pdf', printed)), measures }
    }),
    deckHtml: presenter.then((fill) => fill(numbers)),
  }
  const checks = checkInTime(
    Promise.all([printing.handout, printing.deck, printing.deckHtml]).then(
      ([handout, { read, measures }, deckHtml]) => ({
        guide,
        words,
        ledger: fitted.ledger,
        withoutFont: input.withoutFont,
        deckMarkdown: markdown,
        deckHtml: deckHtml.read,
        deckPdf: read,
        handoutPdf: handout.read,
        measures: measures.map((one, index) => ({ ...one, slide: index + 1 })),
        slidePlaces: slides.map((slide): Place => ({ file: guide.file, line: slide.line, column: 1 })),
      }),
    ),
    printing.facilitator.then(({ read }) => read),
  )
  checks.catch(() => undefined)
  const [handoutPdf, facilitatorPdf, deckPdf, deckHtml] = await Promise.all([
    printing.handout,
    printing.facilitator,
    printing.deck,
    printing.deckHtml,
  ])
  if (!samePages(pages, handoutPdf.read.destinations))
    tell([finding('pages-moved', { artefact: 'handout.pdf' })])
  signal.throwIfAborted()

  const groundwork: Groundwork = {
    guide,
    written: input.written,
    words,
    ledger: fitted.ledger,
    slides,
    deckMarkdown: markdown,
    deckHtml: deckHtml.html,
    deckPdf,
    handoutPdf,
    pictures,
    editions,
    browser,
    ...(input.templates ? { templates: input.templates } : {}),
    finish,
  }
  const onRequest = await makeOnRequest(input.chosen, groundwork)
  // Loaded where it is asked for alone.
  const kit =
    input.kit && (await (await import('./kit/index.js')).makeKit(input.kit, groundwork, facilitatorPdf))
  tell([...onRequest.findings, ...(kit?.findings ?? [])])
  tell(await clock.run('check', () => checks))
  return {
    files: new Map<string, MadeFile>(
      kit?.files ?? [
        ['deck.md', { content: markdown }],
        ['deck.html', { content: deckHtml.html, count: countOf('deck.html', slides.length) }],
        ['deck.pdf', madePdf('deck.pdf', deckPdf)],
        ['handout.pdf', madePdf('handout.pdf', handoutPdf)],
        ['facilitator.pdf', madePdf('facilitator.pdf', facilitatorPdf)],
        ...onRequest.files,
        ...mediaOf(guide, codes, markdown),
      ],
    ),
    sections: reportedSections(guide, slides, pages),
    paper: { pages, feet: paper.feet },
    findings,
  }
}
