import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { FootnoteReference, Image, Link } from 'mdast'
import { toHast, type State } from 'mdast-util-to-hast'
import { boundedWidth, isIcon, pictureName, sizeOf, type GlossaryEntry, type Inline } from '../guide/index.js'
import type { Edition } from './edition.js'
import { escapeHtml } from './escape.js'
import { foldHtml } from './inline-html.js'
import { markTerms } from './glossary.js'
import { pictureSource } from './picture.js'
import { assetOf } from './edition.js'

export interface InlineOptions {
  /** Terms to mark: this is their first use. */
  readonly terms?: readonly GlossaryEntry[] | undefined
  /** A title that is repeated in contents or running text: without links and footnote marks. */
  readonly isMention?: boolean
}

/** Running text as HTML. */
export function inlineHtml(nodes: readonly Inline[], edition: Edition, options: InlineOptions = {}): string {
  const { terms = [], isMention = false } = options
  const marked = terms.length > 0 && edition.terms ? markTerms(nodes, terms, edition.terms) : nodes
  const paragraph = {
    type: 'paragraph',
    children: gluedMaths(foldHtml(isMention ? withoutLinks(marked) : marked)),
  }
  const tree = toHast(paragraph as never, {
    handlers: {
      link: (state: State, node: Link) => link(state, node, edition),
      footnoteReference: (_: State, node: FootnoteReference) => footnoteMark(node, edition),
      image: (_: State, node: Image) => image(node, edition),
      inlineMath: (_: State, node: { value: string }) => formula(node.value, edition),
    },
  })
  const children = 'children' in tree ? tree.children : []
  return toHtml(children as ElementContent[], { allowDangerousHtml: true })
}

// Characters. A longer word may not fit into the column at a title's size, so that it has to break.
const WHOLE_WORD = 16

/** A title as HTML; words with hyphens in them ("open-source") are kept whole where they fit. */
export function titleHtml(nodes: readonly Inline[], edition: Edition): string {
  const keep = (list: readonly Inline[]): readonly Inline[] =>
    list.flatMap((node): readonly Inline[] => {
      if (node.type === 'text')
        return node.value.split(/(\S*\p{L}-\p{L}\S*)/u).flatMap((piece) => (piece ? [wholeWord(piece)] : []))
      return 'children' in node ? [{ ...node, children: keep(node.children) } as Inline] : [node]
    })
  return inlineHtml(keep(nodes), edition)
}

function wholeWord(value: string): Inline {
  const text: Inline = { type: 'text', value }
  if (!/^\S*-\S*$/.test(value) || value.length > WHOLE_WORD) return text
  return unbroken([text])
}

/** TeX as MathML that is read aloud as its source. */
export function formulaHtml(tex: string, isDisplayed: boolean, edition: Edition): string {
  const markup = edition.context.formula(tex, isDisplayed)
  return `<span class="math" role="img" aria-label="${escapeHtml(tex)}">${markup}</span>`
}

function formula(tex: string, edition: Edition): ElementContent {
  return { type: 'raw', value: formulaHtml(tex, false, edition) } as unknown as ElementContent
}

/** A link that paper can print or a viewer may open; any other leaves its words alone. */
function link(state: State, node: Link, edition: Edition): ElementContent | ElementContent[] {
  const children = state.all(node) as ElementContent[]
  const url = node.url.trim()
  const leads = url.startsWith('#') ? edition.ids.has(url.slice(1)) : /^(?:https?:|mailto:)/i.test(url)
  if (!leads) return children
  return { type: 'element', tagName: 'a', properties: { href: url }, children }
}

function footnoteMark(node: FootnoteReference, edition: Edition): ElementContent | ElementContent[] {
  const footnote = edition.footnoteOf.get(node.identifier)
  if (!footnote) return []
  const number: ElementContent = { type: 'text', value: edition.words.number(footnote.number) }
  const mark: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#${footnote.id}`,
      ...(edition.isScreen ? { ariaLabel: edition.words.say('footnote', { n: footnote.number }) } : {}),
    },
    children: [number],
  }
  return { type: 'element', tagName: 'sup', properties: { className: ['footnote-mark'] }, children: [mark] }
}

// CSS px of the text column.
const FULL = 446

function image(node: Image, edition: Edition): ElementContent | ElementContent[] {
  const asset = assetOf(edition, node.url)
  const alt = isIcon(node) ? '' : (node.alt ?? '')
  if (asset) {
    const src = pictureSource(asset, edition.context.embedFonts)
    const size = sizeOf(node)
    const width = boundedWidth(size, asset, FULL)
    const properties = {
      className: size ? ['inline', 'sized'] : ['inline'],
      src,
      alt,
      ...(width ? { width } : {}),
    }
    return { type: 'element', tagName: 'img', properties, children: [] }
  }
  if (isIcon(node)) return []
  const label: ElementContent = {
    type: 'text',
    value: edition.words.say('pictureMissing', { alt: alt || pictureName(node.url) }),
  }
  return { type: 'element', tagName: 'span', properties: { className: ['missing'] }, children: [label] }
}

/** A formula and the punctuation after it in one line: a formula is a box, after which a line may break. */
function gluedMaths(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.reduce<readonly Inline[]>((done, node) => {
    const before = done.at(-1)
    const [mark] = node.type === 'text' ? (/^[,.;:!?)\]…]+/u.exec(node.value) ?? []) : []
    if (node.type !== 'text' || before?.type !== 'inlineMath' || !mark) return [...done, node]
    const whole = unbroken([before, { type: 'text', value: mark }])
    return [...done.slice(0, -1), whole, { ...node, value: node.value.slice(mark.length) }]
  }, [])
}

function unbroken(children: readonly Inline[]): Inline {
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['whole'] } },
    children: [...children],
  } as Inline
}

function withoutLinks(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (node.type === 'footnoteReference') return []
    if (node.type === 'link') return withoutLinks(node.children)
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) } as Inline] : [node]
  })
}
