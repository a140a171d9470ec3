import type { Heading, Image, Paragraph, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * Headings without a word: one that holds a picture alone takes the picture's alternative text as its words, and the
 * picture stands below it; one that holds nothing opens nothing, and is no heading.
 */
export function withWordedHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node) =>
    node.type !== 'heading' ? [node] : hasWords(node) ? [withIcons(node)] : worded(node),
  )
}

function hasWords(heading: Heading): boolean {
  const text = toString(heading, { includeImageAlt: false, includeHtml: false })
  return text.replace(/\{[^{}]*\}\s*$/, '').trim() !== ''
}

/** A picture beside a heading's words is an icon: bookmarks and contents have the words alone, and so has the heading. */
function withIcons(heading: Heading): Heading {
  visit(heading, (node) => {
    if (node.type === 'image' || node.type === 'imageReference')
      node.data = { ...node.data, isIcon: true } as object
  })
  return heading
}

/** Whether a picture stands beside the words of a heading, which say it. */
export function isIcon(image: Image): boolean {
  return (image.data as { isIcon?: boolean } | undefined)?.isIcon === true
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
