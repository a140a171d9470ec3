import type { PhrasingContent } from 'mdast'
import {
  boundedWidth,
  isIcon,
  pictureName,
  plainText,
  sizeOf,
  type Guide,
  type Inline,
} from '../guide/index.js'
import type { Words } from '../words/index.js'
import { escapeHtml } from './html.js'
import { keptHtml } from './inline-html.js'

/** What Markdown for a deck needs to know beside the blocks themselves. */
export interface MarkdownContext {
  readonly words: Words
  readonly assets: Guide['assets']
  readonly footnotes: Guide['footnotes']
  /** The number of the slide where an id stands; undefined where it is on none. */
  slideOf(id: string): number | undefined
}

/** CSS px that a slide has for its blocks. */
export const SLIDE = 1120

/** Running text for Marp: line breaks of the source as blanks, links that lead somewhere, HTML that is safe. */
export function inlines(list: readonly Inline[], context: MarkdownContext): PhrasingContent[] {
  const kept = keptHtml(list)
  return list.flatMap((node, index): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return [text(clean(node.value))]
      case 'html':
        return kept.has(index) ? [html(node.value.trim())] : []
      case 'inlineCode':
        return [{ type: 'inlineCode', value: clean(node.value) }]
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const children = inlines(node.children, context)
        if (children.length === 0) return []
        const tag = MARK_TAGS[node.type]
        return hasOddEdge(node)
          ? [html(`<${tag}>`), ...children, html(`</${tag}>`)]
          : [{ type: node.type, children }]
      }
      case 'link': {
        const children = inlines(node.children, context)
        const url = linkUrl(node.url, context)
        return url === undefined ? children : [{ type: 'link', url, title: node.title ?? null, children }]
      }
      case 'image': {
        const asset = context.assets.get(node.url)
        const alt = isIcon(node) ? '' : (node.alt ?? '')
        // A picture within a line: as a tag, so that the stylesheet can tell it from a figure.
        if (asset?.state === 'read') {
          const size = sizeOf(node)
          const width = boundedWidth(size, asset, SLIDE)
          const sized = size ? ` sized"${width === undefined ? '' : ` width="${width}"`}` : '"'
          return [
            html(`<img class="inline${sized} src="${mediaUrl(asset.name)}" alt="${escapeHtml(clean(alt))}">`),
          ]
        }
        return isIcon(node) ? [] : [text(missing(alt || pictureName(node.url), context))]
      }
      case 'footnoteReference': {
        const footnote = context.footnotes.find(({ identifier }) => identifier === node.identifier)
        return footnote ? [html(`<sup>${context.words.number(footnote.number)}</sup>`)] : []
      }
      case 'linkReference':
        return inlines(node.children, context)
      case 'imageReference':
        return [text(clean(node.alt ?? ''))]
      default:
        return [node]
    }
  })
}

const MARK_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const

/** Parsers differ on whether an emoji beside a star ends a word, so that there tags are safer than stars. */
function hasOddEdge(node: Inline): boolean {
  return /^[\p{P}\p{S}](?<=[\u{10000}-\u{10ffff}])|[\p{P}\p{S}](?<=[\u{10000}-\u{10ffff}])$/u.test(
    plainText([node]),
  )
}

/** Inner links lead to a slide's number, which is its id under Marp; what leads nowhere stays as text. */
function linkUrl(url: string, context: MarkdownContext): string | undefined {
  if (url.startsWith('#')) {
    const slide = context.slideOf(decode(url.slice(1)))
    return slide === undefined ? undefined : `#${slide}`
  }
  return /^(?:https?:|mailto:|tel:)/i.test(url) ? url : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a box says that stands for a picture. */
export function missing(alt: string, { words }: MarkdownContext): string {
  return clean(words.say('pictureMissing', { alt }))
}

/** Where deck.md looks for a picture. */
export function mediaUrl(name: string): string {
  return `media/${encodeURIComponent(name).replace(/[()*'!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}

/** Marp would show a line break of the source as one; control characters end no Markdown well. */
export function clean(value: string): string {
  return value
    .replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

export function html(value: string): { type: 'html'; value: string } {
  return { type: 'html', value }
}
