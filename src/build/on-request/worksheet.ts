import { checkWorksheet } from '../../check/index.js'
import { PAGE_ROOM, exercisesOf, ruleTheRest, worksheetHtml } from '../../handout/index.js'
import { madePdf } from '../made-file.js'
import type { Maker } from './made.js'

/** worksheet.pdf: the exercises alone, with room to write, numbered as in the handout. */
export const makeWorksheet: Maker = async ({ guide, ledger, editions, browser, finish }) => {
  const sheet = await browser.open(worksheetHtml(guide, editions), { name: 'worksheet' })
  await sheet.evaluate(ruleTheRest, PAGE_ROOM[guide.frontMatter.paper])
  const made = await finish('worksheet.pdf', await sheet.print())
  await sheet.close()
  return {
    file: madePdf('worksheet.pdf', made),
    findings: checkWorksheet({ guide, ledger }, exercisesOf(guide), made.read),
  }
}
