import type { Element, Nodes, Root } from 'hast'

/** Elements without words of their own, or whose words no reader gives back alike. */
const silent = new Set([
  'math',
  'svg',
  'style',
  'script',
  'template',
  'head',
  'title',
  'mjx-container',
  'noscript',
])
/** Elements that run on in the line; every other one stands apart. */
const inline = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong ' +
    'sub sup time tt u var wbr img'
  ).split(' '),
)

/**
 * The words of an element, one string for each block in it.
 * @param onBlock hears of each element that stands apart, with the number of strings before it
 */
export function textBlocks(
  element: Element | Root,
  onBlock: (element: Element, before: number) => void = () => undefined,
): readonly string[] {
  const blocks: string[] = []
  let text = ''

  function close(): void {
    const folded = text.replace(/\s+/g, ' ').trim()
    if (folded !== '') blocks.push(folded)
    text = ''
  }

  function visit(node: Nodes): void {
    if (node.type === 'text') text += node.value
    if (!isElement(node)) return
    if (silent.has(node.tagName)) {
      // What stands before and after it is not one run of words.
      close()
      return
    }
    const stands = !inline.has(node.tagName)
    if (stands) {
      close()
      onBlock(node, blocks.length)
    }
    node.children.forEach(visit)
    if (stands) close()
  }

  element.children.forEach(visit)
  close()
  return blocks
}

export function isElement(node: Nodes): node is Element {
  return node.type === 'element'
}
