import type { Words } from '../words/index.js'

/**
 * A page number whose room is the same whether it is known or not, so that the second print, which fills it in,
 * moves nothing.
 */
export function pageNumber(id: string, pages: ReadonlyMap<string, number> | undefined, words: Words): string {
  const page = pages?.get(id)
  return `<span class="page-number">${page === undefined ? '' : words.number(page)}</span>`
}
