import type { Words } from '../words/index.js'
import { escapeHtml } from './escape.js'

/**
 * A page number whose room is the same whether it is known or not, so that the second print, which fills it in,
 * moves nothing.
 */
export function pageNumber(id: string, pages: ReadonlyMap<string, number> | undefined, words: Words): string {
  const page = pages?.get(id)
  return `<span class="page-number" data-of="${escapeHtml(id)}">${page === undefined ? '' : words.number(page)}</span>`
}

/** What `fillPageNumbers` fills in. @param pages 1-based, by id */
export function pageNumberTexts(
  pages: ReadonlyMap<string, number>,
  words: Words,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...pages].map(([id, page]) => [id, words.number(page)]))
}

/**
 * Fills in the page numbers of a loaded edition. Runs inside the page, so it must be complete in itself.
 * @param texts what stands for each id, in the language's digits
 */
export function fillPageNumbers(texts: Readonly<Record<string, string>>): void {
  for (const span of document.querySelectorAll('.page-number[data-of]')) {
    span.textContent = texts[span.getAttribute('data-of') ?? ''] ?? ''
  }
}
