import type { Browser, Printed } from '../browser/index.js'
import { fillPageNumbers } from '../handout/index.js'
import { readDestinations } from '../pdf/index.js'
import type { Words } from '../words/index.js'

/** Page by id, 1-based. */
export type Pages = ReadonlyMap<string, number>

/** The participants' edition, whose pages are known before it is printed. */
export interface Paper {
  readonly pages: Pages
  /** Prints it with its page numbers filled in. */
  print(): Promise<Printed>
}

/**
 * Lays the participants' edition out and finds its pages: in a draft; or, where the last build has left its own, in a
 * print that is the last one if they have not moved, as they seldom do from edit to edit.
 */
export async function layOutPaper(
  browser: Browser,
  html: string,
  { words, lastPages }: { readonly words: Words; readonly lastPages?: Pages },
): Promise<Paper> {
  const sheet = await browser.open(html, { name: 'handout' })
  const printWith = async (pages: Pages): Promise<Printed> => {
    const texts = Object.fromEntries([...pages].map(([id, page]) => [id, words.number(page)]))
    await sheet.evaluate(fillPageNumbers, texts)
    return sheet.print()
  }
  const close = async (printed: Printed): Promise<Printed> => {
    await sheet.close()
    return printed
  }
  const first = await (lastPages ? printWith(lastPages) : sheet.print({ isDraft: true }))
  const pages = readDestinations(first.pdf)
  const isLast = lastPages !== undefined && samePages(lastPages, pages)
  return { pages, print: async () => close(isLast ? first : await printWith(pages)) }
}

export function samePages(a: Pages, b: Pages): boolean {
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page)
}
