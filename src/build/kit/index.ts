import type { Finding } from '../../finding/index.js'
import { answersHtml, printNoteHtml, type PrintOrder } from '../../handout/index.js'
import { readInk } from '../../pdf/index.js'
import { pressCheck } from '../../press/index.js'
import { madePdf, type MadeFile } from '../made-file.js'
import type { FinishedPdf } from '../finish-pdf.js'
import type { Groundwork } from '../on-request/index.js'
import { orderOf, type KitOptions } from './orders.js'

export type { KitOptions } from './orders.js'

interface Copies {
  readonly order: PrintOrder
  readonly print: FinishedPdf
}

/**
 * The files to take to the copy shop: the editions and the answer key, each checked for the press, and a note on how to
 * print them.
 */
export async function makeKit({ people }: KitOptions, groundwork: Groundwork, facilitatorPdf: FinishedPdf) {
  const { guide, editions, browser, finish, handoutPdf } = groundwork
  const answers = answersHtml(guide, editions)
  const copies: readonly Copies[] = [
    ordered('participants', handoutPdf, people),
    ordered('facilitator', facilitatorPdf, 1),
    ...(answers
      ? [
          ordered(
            'answers',
            await finish('answers.pdf', await browser.print(answers, { name: 'answers' })),
            1,
          ),
        ]
      : []),
  ]
  const orders = copies.map(({ order }) => order)
  const note = printNoteHtml(guide, editions, { people, orders })
  const printedNote = await finish('print-note.pdf', await browser.print(note, { name: 'print-note' }))
  const files = [
    ['print-note.pdf', printedNote] as const,
    ...copies.map(({ order, print }) => [order.file, print] as const),
  ]
  return {
    files: files.map(([file, print]) => [file, madePdf(file, print)] as const) satisfies readonly (readonly [
      string,
      MadeFile,
    ])[],
    findings: copies.flatMap((one) => checked(one, groundwork)),
  }
}

function ordered(edition: PrintOrder['edition'], print: FinishedPdf, copies: number): Copies {
  return { order: orderOf(edition, print.read.pages.length, copies), print }
}

/** The facilitator has the participants' edition at hand, too, where the addresses are printed. */
function checked(
  { order, print: { pdf, read } }: Copies,
  { guide, editions }: Groundwork,
): readonly Finding[] {
  return pressCheck({
    artefact: order.file,
    ink: readInk(pdf),
    lang: guide.lang,
    text: read.text,
    canPrint: editions.canPrint,
    standsAlone: order.edition !== 'facilitator',
  })
}
