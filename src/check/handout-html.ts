import { fromHtml } from 'hast-util-from-html'
import type { Finding } from '../finding/index.js'
import type { Artefacts, ReadText } from './artefacts.js'
import { checkHeadings } from './headings.js'
import { withoutBallast } from './html-ballast.js'
import { textBlocks } from './html-text.js'
import { checkLeaks } from './leaks.js'
import { onceEach } from './once.js'
import { checkWords } from './words.js'

/** Proves handout.html complete: all that is in the guide for participants, in its section, and nothing of the facilitator's. */
export function checkHandoutHtml({
  html,
  ...spoken
}: Pick<Artefacts, 'guide' | 'words' | 'ledger'> & { readonly html: string }): readonly Finding[] {
  const artefacts = { ...spoken, handoutHtml: readHandoutHtml(html) }
  return [...onceEach([...checkHeadings(artefacts), ...checkWords(artefacts)]), ...checkLeaks(artefacts)]
}

/** Reads the words of the page in the order in which they stand. */
export function readHandoutHtml(html: string): ReadText {
  const found: { readonly level: number; readonly text: string; readonly before: number }[] = []
  const blocks = textBlocks(fromHtml(withoutBallast(html)), (element, before) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0)
    if (level > 0) found.push({ level, text: textBlocks(element).join(' '), before })
  })
  const starts = [0]
  for (const block of blocks) starts.push((starts.at(-1) ?? 0) + block.length + 1)
  return {
    text: blocks.join('\n'),
    headings: found.map(({ level, text, before }) => ({ level, text, at: starts[before] ?? 0 })),
  }
}
