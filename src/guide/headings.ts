import type { Heading, Image, Paragraph, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * Headings without a word: one that holds a picture alone takes the picture's alternative text as its words, and the
 * picture stands below it; one that holds nothing opens nothing, and is no heading.
 */
export function withWordedHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node) => (node.type === 'heading' && !hasWords(node) ? worded(node) : [node]))
}

function hasWords(heading: Heading): boolean {
  const text = toString(heading, { includeImageAlt: false, includeHtml: false })
  return text.replace(/\{[^{}]*\}\s*$/, '').trim() !== ''
}

function worded(heading: Heading): readonly RootContent[] {
  const images: Image[] = []
  visit(heading, 'image', (image) => void images.push(image))
  const alt = images.map((image) => image.alt?.trim()).find((text) => text)
  const picture: Paragraph = { type: 'paragraph', children: images, position: heading.position }
  const pictures = images.length > 0 ? [picture] : []
  if (!alt) return pictures
  // Its attributes stay with it.
  const attributes = heading.children.at(-1)
  const rest = attributes?.type === 'text' ? [attributes] : []
  return [{ ...heading, children: [{ type: 'text', value: alt }, ...rest] }, ...pictures]
}
