import type { Browser } from '../browser/index.js'
import { checkArtefacts } from '../check/index.js'
import { deckMarkdown, fit, measureSlides, plan, renderDeck, type DeckDocument, type Measure, type Slide } from '../deck/index.js'
import { finding, type Finding, type Place } from '../finding/index.js'
import { embedFonts, fontFaces } from '../fonts/index.js'
import { ledger, plainText, type Guide, type LedgerEntry } from '../guide/index.js'
import { facilitatorHtml, handoutHtml, type HandoutContext, type SlideReference } from '../handout/index.js'
import { readDestinations, readPdf, stampPdf, type PdfDocument, type PdfMetadata } from '../pdf/index.js'
import { loadTemplates } from '../templates/index.js'
import { wordsFor } from '../words/index.js'
import { citePages } from './cite.js'
import type { Clock } from './clock.js'
import { formula, hasFormulas } from './formula.js'
import type { MarpHtml } from './marp-html.js'
import { dataUris } from './pictures.js'
import { reportedSections, type Report } from './report.js'

export interface MakeInput {
  readonly guide: Guide
  readonly browser: Browser
  readonly marpHtml: MarpHtml
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
  readonly findings: readonly Finding[]
}

export interface MadeFile {
  readonly content: string | Uint8Array
  readonly pages?: number
  /** "58 slides" */
  readonly count?: string
}

/**
 * Makes every artefact of a guide and checks them: the line of the design, in order. The handout is printed first, since
 * the deck and the facilitator's edition name its pages; what does not wait for another runs beside it.
 */
export async function makeArtefacts(input: MakeInput): Promise<Made> {
  const { guide, browser, marpHtml, clock, signal } = input
  const findings: Finding[] = []
  const words = wordsFor(guide.lang)
  const pictures = dataUris(guide)
  const deckTemplates = loadTemplates({ folder: 'deck', override: input.templates })
  const editionContext = await editionContextOf(input, words)
  const print = async (artefact: string, html: string): Promise<Uint8Array> => {
    const { pdf, refused } = await browser.print(html, { name: artefact })
    findings.push(...refused.map((url) => finding('request-refused', { url, artefact })))
    return stampPdf(pdf, metadataOf(guide, artefact))
  }

  // The browser prints the handout while Node plans and renders the deck.
  const firstPrint = clock.run('handout', () => print('handout.pdf', handoutHtml(guide, editionContext)))
  firstPrint.catch(() => undefined)
  const planned = await clock.run('plan', () => plan(guide, words))
  findings.push(...planned.findings)
  const write = (slides: readonly Slide[]) => deckMarkdown({ ...planned.deck, slides }, deckTemplates, { ...guide, words })
  const measure: Measure = async (slides) => {
    const html = renderDeck(write(citePages(slides, words)), { pictures }).html
    const sheet = await browser.open(html, { name: 'measure' })
    try {
      return await sheet.evaluate(measureSlides)
    } finally {
      await sheet.close()
    }
  }
  const fitted = await clock.run('fit', () => fit(planned.deck.slides, measure, words))
  findings.push(...fitted.findings)
  signal.throwIfAborted()

  // The second print knows its pages; filling them in must not move any.
  const pages = readDestinations(await firstPrint)
  const handout = clock.run('handout', () => print('handout.pdf', handoutHtml(guide, { ...editionContext, pages })))
  const slides = citePages(fitted.slides, words, pages)
  const deck: DeckDocument = { ...planned.deck, slides }
  const markdown = write(slides)
  const presenter = clock.run('presenter', () => marpHtml.convert(markdown, input.scratch, pictures))
  const slideReferences = slides.map(referenceTo)
  const facilitator = clock.run('facilitator', () =>
    print('facilitator.pdf', facilitatorHtml(guide, { ...editionContext, slides: slideReferences, handoutPages: pages })),
  )
  const printedDeck = clock.run('deck', () => printDeck(markdown, pictures, input))
  const [handoutPdf, facilitatorPdf, deckPrint, deckHtml] = await Promise.all([handout, facilitator, printedDeck, presenter])
  findings.push(...deckPrint.refused.map((url) => finding('request-refused', { url, artefact: 'deck.pdf' })))
  signal.throwIfAborted()

  return clock.run('check', async () => {
    const [deckRead, handoutRead, facilitatorRead] = await Promise.all([deckPrint.pdf, handoutPdf, facilitatorPdf].map(readPdf)) as [PdfDocument, PdfDocument, PdfDocument]
    if (!samePages(pages, readDestinations(handoutPdf))) findings.push(finding('pages-moved', { artefact: 'handout.pdf' }))
    findings.push(
      ...checkArtefacts({
        guide,
        ledger: ledgerWith(guide, fitted.replaced),
        deckMarkdown: markdown,
        deckHtml,
        deckPdf: deckRead,
        handoutPdf: handoutRead,
        facilitatorPdf: facilitatorRead,
        measures: deckPrint.measures.map((one, index) => ({ ...one, slide: index + 1 })),
        slidePlaces: slides.map((slide): Place => ({ file: guide.file, line: slide.line, column: 1 })),
      }),
    )
    const count = (pdf: PdfDocument) => pdf.pages.length
    const ofPages = (pdf: PdfDocument) => ({ pages: count(pdf), count: count(pdf) === 1 ? '1 page' : `${count(pdf)} pages` })
    const files = new Map<string, MadeFile>([
      ['deck.md', { content: markdown }],
      ['deck.html', { content: deckHtml, count: `${deck.slides.length} slides` }],
      ['deck.pdf', { content: deckPrint.pdf, pages: count(deckRead), count: `${count(deckRead)} slides` }],
      ['handout.pdf', { content: handoutPdf, ...ofPages(handoutRead) }],
      ['facilitator.pdf', { content: facilitatorPdf, ...ofPages(facilitatorRead) }],
      ...mediaOf(guide),
    ])
    return { files, sections: reportedSections(guide, slides, pages), findings }
  })

  /** Measures the very page that is printed. */
  async function printDeck(source: string, inlined: ReadonlyMap<string, string>, { browser: open }: MakeInput) {
    const sheet = await open.open(renderDeck(source, { pictures: inlined }).html, { name: 'deck' })
    try {
      const measures = await sheet.evaluate(measureSlides)
      const { pdf, refused } = await sheet.print()
      return { measures, refused, pdf: await stampPdf(pdf, metadataOf(guide, 'deck.pdf')) }
    } finally {
      await sheet.close()
    }
  }

  async function editionContextOf({ templates }: MakeInput, said: typeof words): Promise<HandoutContext> {
    const { frontMatter, subtitle = '' } = guide
    const text = [...ledger(guide).map((entry) => entry.text), plainText(guide.title), subtitle, JSON.stringify(frontMatter), said.all]
    return {
      templates: loadTemplates({ folder: 'handout', override: templates }),
      words: said,
      fontCss: fontFaces(text.join(' '), { formulas: hasFormulas(guide) }),
      formula: await formula(guide),
      embedFonts,
      hash: guide.hash,
    }
  }
}

function metadataOf(guide: Guide, artefact: string): PdfMetadata {
  const { authors, date } = guide.frontMatter
  return {
    title: `${plainText(guide.title)}${artefact === 'deck.pdf' ? '' : ` (${artefact.replace('.pdf', '')})`}`,
    lang: guide.lang,
    ...(authors.length > 0 ? { author: authors.join(', ') } : {}),
    ...(date ? { date } : {}),
    hash: guide.hash,
  }
}

function referenceTo(slide: Slide, index: number): SlideReference {
  const { id, sectionId, partId, exerciseId, priority } = slide
  return {
    id,
    number: index + 1,
    title: plainText(slide.title),
    notes: slide.notes.length > 0 ? slide.notes : slide.moved,
    ...(sectionId ? { sectionId } : {}),
    ...(partId ? { partId } : {}),
    ...(exerciseId ? { exerciseId } : {}),
    ...(priority ? { priority } : {}),
  }
}

/** Blocks that fit on no slide are in its notes instead. */
function ledgerWith(guide: Guide, replaced: ReadonlySet<string>): readonly LedgerEntry[] {
  return ledger(guide).map((entry) => {
    if (!replaced.has(entry.id)) return entry
    return { ...entry, venues: entry.venues.map((venue) => (venue === 'slide' ? 'deck' : venue)) }
  })
}

function samePages(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page)
}

/** The pictures that deck.md links to. */
function mediaOf(guide: Guide): readonly (readonly [string, MadeFile])[] {
  return [...guide.assets.values()].flatMap((asset) =>
    asset.state === 'read' ? [[`media/${asset.name}`, { content: asset.bytes }] as const] : [],
  )
}
