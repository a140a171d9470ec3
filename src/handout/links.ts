import type { Link } from 'mdast'
import { readableAddress } from '../look/index.js'
import { plainText, type Block, type Footnote, type Guide, type Inline } from '../guide/index.js'
import { glossariesOf } from './glossary.js'
import { hasSolutions, isOnHandout, solutionsOf, stretches } from './visible.js'
import { deepBlocks, deepInlines, inlinesOf } from './walk.js'

/** One address of the guide, as the list at the end has it. */
export interface LinkEntry {
  /** 1-based. */
  readonly number: number
  readonly url: string
  /** The words that were linked, folded; '' where they are the address itself. */
  readonly text: string
  readonly hasQr: boolean
}

/**
 * Every address that the participants' edition links to, once each, in the order of first use.
 * @param footnotes those that the edition prints
 */
export function linksOf(guide: Guide, footnotes: readonly Footnote[]): readonly LinkEntry[] {
  return entriesOf(textsOf(guide, footnotes))
}

/** The same, of the solutions alone. */
export function answersLinks(guide: Guide, footnotes: readonly Footnote[]): readonly LinkEntry[] {
  return entriesOf(
    [...solutionBlocks(guide), ...noteBlocks(footnotes)].flatMap((block) => inlinesOf(block).flat()),
  )
}

function entriesOf(text: readonly Inline[]): readonly LinkEntry[] {
  const found = new Map<string, Omit<LinkEntry, 'number'>>()
  for (const link of deepInlines(text).filter(isWebLink)) {
    const key = addressKey(link.url)
    const known = found.get(key)
    const hasQr = (link.data as { qr?: boolean } | undefined)?.qr === true
    const text = plainText(link.children)
    const words = addressKey(text) === key || readableAddress(link.url) === text ? '' : text
    found.set(key, {
      url: known?.url ?? link.url,
      text: known?.text || words,
      hasQr: hasQr || known?.hasQr === true,
    })
  }
  return [...found.values()].map((entry, index) => ({ number: index + 1, ...entry }))
}

/** By `addressKey`, an address's number in the list. */
export function linkNumbers(links: readonly LinkEntry[]): ReadonlyMap<string, number> {
  return new Map(links.map(({ url, number }) => [addressKey(url), number]))
}

/** What two spellings of one address have in common. */
export function addressKey(url: string): string {
  return url.trim().replace(/\/$/, '')
}

/** Whether a node leads to the web. */
export function isWebLink(node: Inline): node is Link {
  return node.type === 'link' && /^https?:\/\//i.test(node.url.trim())
}

function textsOf(guide: Guide, footnotes: readonly Footnote[]): readonly Inline[] {
  const main = stretches(guide).flatMap(({ blocks }) => deepBlocks(blocks, isHidden))
  const solutions = hasSolutions(guide) ? solutionBlocks(guide) : []
  return [...main, ...solutions, ...noteBlocks(footnotes), ...glossariesOf(guide)].flatMap((block) =>
    inlinesOf(block).flat(),
  )
}

function solutionBlocks(guide: Guide): readonly Block[] {
  return deepBlocks(
    solutionsOf(guide).flatMap(({ solution }) => solution.blocks),
    isHidden,
  )
}

function noteBlocks(footnotes: readonly Footnote[]): readonly Block[] {
  return footnotes.flatMap(({ blocks }) => deepBlocks(blocks, isHidden))
}

function isHidden(block: Block): boolean {
  return !isOnHandout(block)
}
