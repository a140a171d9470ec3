import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { productFolder } from '../../src/templates/index.js'
import { buildGuide } from './build-guide.js'
import { guideWords } from './guide-words.js'
import { corpusGuides, type CorpusGuide } from './guides.js'
import { lostWords } from './lost-words.js'
import { isMarpDeck, measureMarpDeck, toldOverflows, withoutTold } from './marp-deck.js'
import { pdfText } from './pdf-text.js'
import { measureDeck } from './slides.js'
import { faultsOf, table, type Measured } from './table.js'
import { codesIn, wordsOf } from './words.js'

/** Guides that are built at a time. */
const atOnce = 2

/** Builds every guide of a corpus, measures what came of it, and prints a table. @returns the exit code */
export async function measure(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { out: { type: 'string' }, json: { type: 'string' } },
  })
  const [corpus] = positionals
  const guides = corpus ? corpusGuides(resolve(corpus)) : []
  if (guides.length === 0) {
    console.error(
      corpus ? `There are no guides below ${corpus}.` : 'npm run measure -- DIR [--out DIR] [--json FILE]',
    )
    return 2
  }
  const out = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'deckhand-measure-'))
  try {
    const all = await measureAll(guides, out)
    console.log(table(all))
    if (values.json) writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`)
    return all.some((one) => faultsOf(one).length > 0) ? 1 : 0
  } finally {
    if (!values.out) rmSync(out, { recursive: true, force: true })
  }
}

async function measureAll(guides: readonly CorpusGuide[], out: string): Promise<readonly Measured[]> {
  const browser = await openBrowser()
  const all: Measured[] = []
  const waiting = [...guides.entries()]
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, guide] = next
      all[index] = await measureGuide(guide, join(out, String(index + 1)), browser)
      console.error(`${index + 1}/${guides.length} ${guide.name}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    await browser.close()
  }
  return all
}

async function measureGuide(guide: CorpusGuide, out: string, browser: Browser): Promise<Measured> {
  mkdirSync(out, { recursive: true })
  const built = await buildGuide(productFolder(), guide.path, out)
  const artefacts = built.folder ? await readArtefacts(guide, built.folder, browser) : undefined
  return { name: guide.name, built, ...(artefacts ? { artefacts } : {}) }
}

async function readArtefacts(
  guide: CorpusGuide,
  folder: string,
  browser: Browser,
): Promise<Measured['artefacts']> {
  const deck = await pdfText(join(folder, 'deck.pdf'))
  const handout = await pdfText(join(folder, 'handout.pdf'))
  const source = readFileSync(guide.path, 'utf8')
  const isAsWritten = isMarpDeck(source)
  const measureIt = isAsWritten ? measureMarpDeck : measureDeck
  const slides = await measureIt(browser, join(folder, 'deck.html'), deck.pages)
  const printed = handout.pages.join('\n')
  const lost = lostWords(guideWords(source), wordsOf(printed))
  const report = readFileSync(join(folder, 'report.json'), 'utf8')
  return {
    slides: deck.pages.length,
    pages: handout.pages.length,
    cutOff: slides.faults,
    lost: isAsWritten ? withoutTold(lost, source, toldOverflows(report)) : lost,
    boxes: { pictures: slides.boxes, letters: deck.boxes + handout.boxes + codesIn(printed) },
  }
}
