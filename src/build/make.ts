import type { Browser, Printed } from '../browser/index.js'
import { deckMarkdown, fit, plan, qrPictures, type Measure, type Slide } from '../deck/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { embedFonts } from '../fonts/index.js'
import { ledger, type Guide, type LedgerEntry } from '../guide/index.js'
import { facilitatorHtml, handoutHtml } from '../handout/index.js'
import { deckData, presenterStyle } from '../present/index.js'
import { loadTemplates } from '../templates/index.js'
import type { Words } from '../words/index.js'
import { checkInTime } from './check-in-time.js'
import { fillPages, pageTexts, withSeats, withWidestPages } from './cite.js'
import type { Clock } from './clock.js'
import { deckSheet } from './deck-sheet.js'
import { editionContextOf } from './edition-context.js'
import { finishPdf, metadataOf, type FinishedPdf } from './finish-pdf.js'
import { swollenBlocks } from './letter-codes.js'
import { countOf, madePdf, type MadeFile } from './made-file.js'
import type { KitOptions } from './kit/index.js'
import type { MarpDeck, MarpThread } from './marp-thread/index.js'
import { makeOnRequest, type Groundwork } from './on-request/index.js'
import { layOutPaper, samePages, type PaperLayout } from './paper.js'
import { withPaperPictures } from './paper-pictures.js'
import { dataUris } from './pictures.js'
import { reportedSections, type Report } from './report.js'
import { slideReferences } from './slide-references.js'

export interface MakeInput {
  readonly guide: Guide
  /** The guide as it is written: letters that no font at hand has are none of codes. */
  readonly written: Guide
  /** Names of the outputs that are asked for. */
  readonly chosen: ReadonlySet<string>
  /** Makes this instead of the outputs. */
  readonly kit?: KitOptions
  readonly words: Words
  /** `@font-face` rules of fonts that the guide's project brings. */
  readonly scriptFontCss: string
  /** Whether a font at hand has a letter. */
  readonly canPrint: (letter: string) => boolean
  /** The letters in whose place the guide has codes, which were told already. */
  readonly withoutFont: ReadonlySet<string>
  /** handout.pdf as the last build laid it out. */
  readonly lastPaper?: PaperLayout
  readonly browser: Browser
  readonly marp: MarpThread
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Folder for passing files. */
  readonly scratch: string
  readonly templates?: string
}

export interface Made {
  /** By path below the guide's output folder. */
  readonly files: ReadonlyMap<string, MadeFile>
  readonly sections: Report['sections']
  /** handout.pdf as it is laid out. */
  readonly paper: PaperLayout
  readonly findings: readonly Finding[]
}

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
  readonly deck: MarpDeck
  readonly pictures: ReadonlyMap<string, string>
  /** QR codes, as SVG by file name. */
  readonly codes: ReadonlyMap<string, string>
  /** What makes an SVG ready for print. */
  readonly forPrint: (svg: string) => string
}

async function makeWith(input: MakeInput, { deck, pictures, codes, forPrint }: Opened): Promise<Made> {
  const { guide, words, scriptFontCss, browser, clock, signal } = input
  const findings: Finding[] = []
  const deckTemplates = await loadTemplates({ folder: 'deck', override: input.templates })
  const editionContext = await editionContextOf(input, forPrint)
  const refuse = (artefact: string, refused: readonly string[]): void => {
    findings.push(...refused.map((url) => finding('request-refused', { url, artefact })))
  }

  // The browser prints the handout while Node plans and renders the deck.
  const onPaper = withPaperPictures(guide, browser)
  const laidOutPaper = clock.run('handout', async () =>
    layOutPaper(browser, handoutHtml(await onPaper, editionContext), input),
  )
  laidOutPaper.catch(() => undefined)
  const planned = await clock.run('plan', () => plan(guide, words))
  findings.push(...planned.findings)
  const write = (slides: readonly Slide[]) =>
    deckMarkdown({ ...planned.deck, slides }, deckTemplates, { ...guide, words })
  const screen = deckSheet(browser, deck)
  const measure: Measure = async (slides) => {
    await screen.show(write(withWidestPages(slides)))
    return screen.measure()
  }
  const swollen = input.withoutFont.size > 0 ? swollenBlocks(guide) : new Set<string>()
  const fitted = await clock.run('fit', () => fit(planned.deck.slides, measure, words, swollen))
  findings.push(...fitted.findings)
  signal.throwIfAborted()

  // The deck is rendered while the browser is still at the handout, whose page numbers are filled in afterwards.
  const { slides } = fitted
  const unnumbered = write(withSeats(slides))
  const laidOut = clock.run('deck', () => screen.show(unnumbered))
  const presenter = clock.run('presenter', () =>
    deck.present(unnumbered, input.scratch, {
      pictures: dataUris(guide, codes, embedFonts),
      fontCss: scriptFontCss,
      presenter: {
        data: deckData(guide, slides, words),
        style: presenterStyle(deckTemplates, planned.deck.accent),
      },
    }),
  )
  for (const early of [laidOut, presenter]) early.catch(() => undefined)
  const paper = await laidOutPaper
  const { pages } = paper
  const numbers = pageTexts(slides, words, pages)
  const markdown = fillPages(unnumbered, numbers)
  const editions = { ...editionContext, slides: slideReferences(slides), handoutPages: pages }
  const printing = {
    // The second print knows its pages; filling them in must not move any.
    handout: clock.run('handout', async () => finish('handout.pdf', await paper.print())),
    facilitator: clock.run('facilitator', async () =>
      finish(
        'facilitator.pdf',
        await browser.print(facilitatorHtml(await onPaper, editions), { name: 'facilitator' }),
      ),
    ),
    deck: clock.run('deck', async () => {
      await laidOut
      await screen.fillPages(numbers)
      const measures = await screen.measure()
      const { pdf, refused } = await screen.print()
      void screen.close()
      refuse('deck.pdf', refused)
      // In the other thread, since all three editions are printed at about the same time.
      return { ...(await deck.finishPdf(pdf, metadataOf(guide, 'deck.pdf'))), measures }
    }),
    deckHtml: presenter.then((fill) => fill(numbers)),
  }
  const places = ledgerWith(guide, fitted.replaced)
  const checks = checkInTime(
    Promise.all([printing.handout, printing.deck, printing.deckHtml]).then(
      ([handout, { read, measures }, deckHtml]) => ({
        guide,
        words,
        ledger: places,
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
  const [handout, facilitator, printedDeck, deckHtml] = await Promise.all([
    printing.handout,
    printing.facilitator,
    printing.deck,
    printing.deckHtml,
  ])
  if (!samePages(pages, handout.read.destinations))
    findings.push(finding('pages-moved', { artefact: 'handout.pdf' }))
  signal.throwIfAborted()

  const groundwork: Groundwork = {
    guide,
    written: input.written,
    words,
    ledger: places,
    slides,
    deckMarkdown: markdown,
    deckHtml: deckHtml.html,
    deckPdf: printedDeck,
    handoutPdf: handout,
    facilitatorPdf: facilitator,
    pictures,
    editions,
    browser,
    ...(input.templates ? { templates: input.templates } : {}),
    finish,
  }
  const onRequest = await makeOnRequest(input.chosen, groundwork)
  // Loaded where it is asked for alone.
  const kit = input.kit && (await (await import('./kit/index.js')).makeKit(input.kit, groundwork))
  findings.push(...onRequest.findings, ...(kit?.findings ?? []))

  return clock.run('check', async () => {
    findings.push(...(await checks))
    const pdfs = { 'deck.pdf': printedDeck, 'handout.pdf': handout, 'facilitator.pdf': facilitator }
    const files = new Map<string, MadeFile>([
      ['deck.md', { content: markdown }],
      ['deck.html', { content: deckHtml.html, count: countOf('deck.html', slides.length) }],
      ...Object.entries(pdfs).map(([file, { pdf, read }]) => [file, madePdf(file, pdf, read)] as const),
      ...onRequest.files,
      ...mediaOf(guide, codes, markdown),
    ])
    const asked = kit ? new Map<string, MadeFile>(kit.files) : files
    return {
      files: asked,
      sections: reportedSections(guide, slides, pages),
      paper: { pages, feet: paper.feet },
      findings,
    }
  })

  /** Stamps a print and reads it back at once, while the browser prints the next. */
  async function finish(artefact: string, { pdf, refused }: Printed): Promise<FinishedPdf> {
    refuse(artefact, refused)
    return finishPdf(pdf, metadataOf(guide, artefact))
  }
}

/** Blocks that fit on no slide are in its notes instead. */
function ledgerWith(guide: Guide, replaced: ReadonlySet<string>): readonly LedgerEntry[] {
  return ledger(guide).map((entry) => {
    if (!replaced.has(entry.id)) return entry
    return { ...entry, venues: entry.venues.map((venue) => (venue === 'slide' ? 'deck' : venue)) }
  })
}

/** The pictures that deck.md links to: the guide's, and those QR codes that stand on a slide. */
function mediaOf(
  guide: Guide,
  codes: ReadonlyMap<string, string>,
  markdown: string,
): readonly (readonly [string, MadeFile])[] {
  const own = [...guide.assets.values()].flatMap((asset) =>
    asset.state === 'read' ? [[`media/${asset.name}`, { content: asset.bytes }] as const] : [],
  )
  const shown = [...codes].filter(([name]) => markdown.includes(`](media/${name})`))
  return [...own, ...shown.map(([name, svg]) => [`media/${name}`, { content: svg }] as const)]
}
