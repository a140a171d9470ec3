import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Finding, Place } from '../finding/index.js'
import type { LedgerEntry } from '../guide/ledger.js'
import type { Guide } from '../guide/model.js'
import { corpusOf } from './corpus.js'
import { readDeckHtml } from './deck-html.js'
import { withoutBallast } from './html-ballast.js'
import { isElement, textBlocks } from './html-text.js'
import { allowedTexts, findLeaks, wall } from './leaks.js'

export interface PublicDeck {
  readonly guide: Guide
  readonly ledger: readonly LedgerEntry[]
  /** What stands in the speaker notes alone, by its place in the guide: prose that was moved off its slide. */
  readonly moved: readonly { readonly text: string; readonly place: Place }[]
  /** deck.public.html */
  readonly html: string
}

const ARTEFACT = 'deck.public.html'

/** Nowhere in the file that is shared, not even in an attribute or a comment, stand words of what it leaves out. */
export function checkPublicDeck({ guide, ledger, moved, html }: PublicDeck): readonly Finding[] {
  const root = fromHtml(withoutBallast(html))
  const { slides, notes } = readDeckHtml(html)
  const shown = slides.flatMap((slide) => slide.blocks)
  const attributes = attributesOf(root)
  const corpus = corpusOf(
    [...shown, ...notes, ...outsideSlides(root), ...attributes.map(({ text }) => text)].join(wall),
  )
  const alternatives = attributes.filter(({ name }) => name === 'alt').map(({ text }) => text)
  const secrets = ledger.filter((entry) => entry.secret)
  return [
    ...findLeaks(secrets, corpusOf(allowedTexts(ledger, guide).join(wall)), corpus, ARTEFACT),
    ...findLeaks(moved, corpusOf([...shown, ...alternatives].join(wall)), corpus, ARTEFACT),
  ]
}

interface Attribute {
  readonly name: string
  readonly text: string
}

function attributesOf(node: Nodes): readonly Attribute[] {
  const own = isElement(node)
    ? Object.entries(node.properties).map(([name, value]) => ({ name, text: String(value) }))
    : []
  return 'children' in node ? [...own, ...node.children.flatMap(attributesOf)] : own
}

/** Comments, and the words of what is no slide. */
function outsideSlides(node: Root | Element): readonly string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'comment') return [child.value]
    if (!isElement(child)) return []
    return [...textBlocks(child), ...commentsIn(child)]
  })
}

function commentsIn(node: Element): readonly string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'comment') return [child.value]
    return isElement(child) ? commentsIn(child) : []
  })
}
