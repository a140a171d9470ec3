import { checkHeadings, checkLeaks, checkWords, onceEach } from '../../check/index.js'
import { finding } from '../../finding/index.js'
import { fillPageNumbers, largeHandoutHtml, pageNumberTexts } from '../../handout/index.js'
import { readDestinations } from '../../pdf/index.js'
import { madePdf } from '../made-file.js'
import { samePages } from '../paper.js'
import type { Maker } from './made.js'

/** handout-large.pdf: the handout in large print, complete, naming the handout's pages beside its own. */
export const makeLargeHandout: Maker = async ({ guide, words, ledger, editions, browser, finish }) => {
  const file = 'handout-large.pdf'
  const sheet = await browser.open(largeHandoutHtml(guide, editions), { name: 'handout-large' })
  const pages = readDestinations((await sheet.print({ isDraft: true })).pdf)
  await sheet.evaluate(fillPageNumbers, pageNumberTexts(pages, words))
  const large = await finish(file, await sheet.print())
  await sheet.close()
  const artefacts = { guide, words, ledger, handoutPdf: large.read, handoutName: file }
  return {
    file: madePdf(file, large),
    findings: [
      ...(samePages(pages, large.read.destinations) ? [] : [finding('pages-moved', { artefact: file })]),
      ...onceEach([...checkHeadings(artefacts), ...checkWords(artefacts)]),
      ...checkLeaks(artefacts),
    ],
  }
}
