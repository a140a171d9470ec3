import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

/** A printed edition as a tree. */
export function parseHtml(html: string): Root {
  return fromHtml(html)
}

/** Elements that a test holds for, in document order. */
export function elements(tree: Nodes, test: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element)
  })
  return found
}

export function byClass(tree: Nodes, name: string): readonly Element[] {
  return elements(
    tree,
    (element) => (element.properties.className as string[] | undefined)?.includes(name) === true,
  )
}

/** The words of a tree, white space folded; those of style sheets are none. */
export function textOf(tree: Nodes): string {
  const parts: string[] = []
  const blocks = new Set([
    'p',
    'div',
    'li',
    'td',
    'th',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'section',
    'aside',
    'br',
  ])
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'style' || node.tagName === 'title')) return 'skip'
    if (node.type === 'element' && blocks.has(node.tagName)) parts.push(' ')
    if (node.type === 'text') parts.push(node.value)
    return undefined
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** Headings as "2 The dough". */
export function headings(tree: Nodes): readonly string[] {
  return elements(tree, ({ tagName }) => /^h[1-6]$/.test(tagName)).map(
    (element) => `${element.tagName[1]} ${textOf(element)}`,
  )
}

export function ids(tree: Nodes): readonly string[] {
  return elements(tree, ({ properties }) => properties.id !== undefined).map(({ properties }) =>
    String(properties.id),
  )
}

export function hrefs(tree: Nodes): readonly string[] {
  return elements(tree, ({ tagName }) => tagName === 'a').map(({ properties }) => String(properties.href))
}
